package io.rakegate.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;

@WithChromium
class ChromiumTest {

    private HttpServer server;

    @BeforeEach
    void aPage() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] page = "<title>page</title>".getBytes(UTF_8);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void isGone() {
        server.stop(0);
    }

    @Test
    void whoIsHandedItFindsNothingOfWhoeverHadItBefore() {
        ChromeDriver browser = Chromium.fresh();
        visit(browser);
        browser.executeScript(
                "document.cookie = 'session=theirs; max-age=1000'; localStorage.setItem('kept', 'theirs')");
        browser.switchTo().newWindow(WindowType.TAB);
        Chromium.leave();

        ChromeDriver again = Chromium.fresh();
        visit(again);

        assertThat(again.getWindowHandles()).hasSize(1);
        assertThat(again.executeScript("return document.cookie")).isEqualTo("");
        assertThat(again.executeScript("return localStorage.getItem('kept')")).isNull();
    }

    private void visit(ChromeDriver browser) {
        browser.get("http://localhost:" + server.getAddress().getPort() + "/");
        assertThat(browser.getTitle()).isEqualTo("page");
    }
}
