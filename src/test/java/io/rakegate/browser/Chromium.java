package io.rakegate.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;

/**
 * The installed Chromium, without a window and without calls home. It takes seconds to start, so it does that once for
 * all tests that run together, see {@link WithChromium}; who is handed it finds nothing of whoever had it before.
 */
public final class Chromium {

    /** Where Debian's packages put the browser. */
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");

    /** Where they put what steers it. */
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    private static @Nullable ChromeDriver running;

    private Chromium() {}

    static boolean isInstalled() {
        return Files.isExecutable(DRIVER) && Files.isExecutable(PROGRAM);
    }

    /** One empty tab in which nobody is logged in. Tests run one after the other, so one has it at a time. */
    public static ChromeDriver fresh() {
        ChromeDriver browser = running;
        if (browser == null) {
            browser = start();
            running = browser;
        } else {
            forget(browser);
        }
        return browser;
    }

    /** Lets go of the page, which would go on asking its server. */
    public static void leave() {
        if (running != null) {
            running.get("about:blank");
        }
    }

    static void quit() {
        if (running != null) {
            running.quit();
            running = null;
        }
    }

    private static void forget(ChromeDriver browser) {
        Set<String> before = browser.getWindowHandles();
        String tab = browser.switchTo().newWindow(WindowType.TAB).getWindowHandle();
        for (String old : before) {
            browser.switchTo().window(old).close();
        }
        browser.switchTo().window(tab);
        browser.executeCdpCommand("Storage.clearDataForOrigin", Map.of("origin", "*", "storageTypes", "all"));
        browser.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        // reading them empties them
        browser.manage().logs().get(LogType.BROWSER);
    }

    private static ChromeDriver start() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(PROGRAM.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1400,1400");
        ChromeDriverService driver = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .build();
        return new ChromeDriver(driver, options);
    }
}
