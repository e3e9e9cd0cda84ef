package io.rakegate.identity.openid;

import io.rakegate.identity.IdentityTest;
import io.rakegate.identity.github.FakeGitHub;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A Rakegate at which people log in in both ways: at an OpenID Connect provider, and at GitHub. */
@IdentityTest
public abstract class ProviderTestBase {

    protected static final OpenIdProvider PROVIDER = OpenIdProvider.start();
    protected static final FakeGitHub GITHUB = FakeGitHub.start();

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    @DynamicPropertySource
    static void providers(DynamicPropertyRegistry properties) {
        properties.add("rakegate.identity.open-id.issuer", PROVIDER::issuer);
        properties.add("rakegate.identity.open-id.client-id", () -> "rakegate");
        properties.add("rakegate.identity.open-id.client-secret", () -> "client-secret");
        properties.add("rakegate.identity.open-id.label", () -> "Example ID");
        properties.add("rakegate.identity.open-id.git-hub-id-claim", () -> "github_id");
        properties.add("rakegate.identity.open-id.audience", () -> OpenIdProvider.AUDIENCE);
        properties.add("rakegate.github.api-url", () -> GITHUB.url() + "/api/v3");
        properties.add("rakegate.identity.git-hub.client-id", () -> FakeGitHub.CLIENT_ID);
        properties.add("rakegate.identity.git-hub.client-secret", () -> FakeGitHub.CLIENT_SECRET);
        properties.add("rakegate.identity.git-hub.organisations", () -> "acme");
        team(properties, 0, 71, "acme/console-services", "console-services");
        team(properties, 1, 72, "acme/production", "prod-operators");
    }

    private static void team(DynamicPropertyRegistry properties, int index, int id, String team, String group) {
        String entry = "rakegate.identity.git-hub.teams[" + index + "].";
        properties.add(entry + "id", () -> id);
        properties.add(entry + "team", () -> team);
        properties.add(entry + "group", () -> group);
    }

    protected static WebElement see(ChromeDriver browser, By what) {
        return new WebDriverWait(browser, Duration.ofSeconds(60))
                .until(ExpectedConditions.visibilityOfElementLocated(what));
    }

    protected static void picture(ChromeDriver browser, String name) throws IOException {
        Files.createDirectories(SCREENSHOTS);
        Files.write(SCREENSHOTS.resolve(name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
    }

    protected static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer + answer.body()));
    }
}
