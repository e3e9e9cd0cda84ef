package io.rakegate.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.rakegate.browser.Chromium;
import io.rakegate.browser.WithChromium;
import io.rakegate.journey.ChangeOverHttp;
import io.rakegate.journey.Rakegate;
import io.rakegate.process.catalogue.UserTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody of Console Services logs in by OpenID Connect, is refused on her own change, approves, and logs out. */
@WithChromium
class OpenIdJourneyInTheBrowserTest extends AttackTestBase {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final String ADA = "ada-4711";

    @Autowired
    private TaskService tasks;

    private ChromeDriver browser;

    @BeforeEach
    void open() {
        // on the sandbox's GitHub she is console2
        PROVIDER.person("ada@example.org", ADA, Set.of("/console-services"), 1005);
        browser = Chromium.fresh();
    }

    @Test
    void fromLoggingInAtTheProviderToLoggingOut() throws IOException {
        Rakegate rakegate = new Rakegate(targets.port());
        ChangeOverHttp change =
                new ChangeOverHttp(rakegate, 12, "bundle exec rake 'disability_forms:resubmit_failed[100]'");
        change.prepare("creator");
        String task = change.taskId(UserTask.APPROVE_AS_CONSOLE_SERVICES);
        String instance = tasks.createTaskQuery().taskId(task).singleResult().getProcessInstanceId();

        browser.get(address("/camunda/app/tasklist/default/#/?task=" + task));
        click(By.linkText("Log in with Example ID"));
        see(By.name("username")).sendKeys("ada@example.org");
        see(By.name("password")).sendKeys("secret");
        picture("openid-1-at-the-provider");
        click(By.cssSelector("button[type=submit]"));
        see(By.cssSelector("li.account"));

        targets.sidesTaken(
                instance,
                "[{\"side\":\"AUTHOR\",\"userId\":\"%1$s\",\"keys\":[\"user:%1$s\"],\"at\":\"2026-01-01T00:00:00Z\"}]"
                        .formatted(ADA));
        openTask(task);
        click(By.cssSelector("button.claim"));
        waiting()
                .until(ExpectedConditions.textToBePresentInElementLocated(
                        By.cssSelector(".page-notifications"), "You are already an author of this change"));
        picture("openid-2-refused-on-her-own-change");
        assertThat(targets.refusals(ADA))
                .anySatisfy(sentence -> assertThat(sentence).contains("You are already an author"));

        targets.sidesTaken(instance, "[]");
        change.review("console2");
        openTask(task);
        click(By.cssSelector("button.claim"));
        see(By.cssSelector("[ng-click='unclaim()']"));
        choose("Approve this commit");
        choose("all required documents are within the pull request");
        picture("openid-3-approving");
        click(By.xpath("//button[normalize-space(.)='Complete']"));
        change.isLeftTo(UserTask.APPROVE_AS_ENGINEERING_LEAD);

        click(By.cssSelector(".account .dropdown-toggle, li.account > a"));
        click(By.cssSelector(".logout > a, li.logout a"));
        see(By.name("username"));
        picture("openid-4-logged-out");
        browser.get(address("/changes"));
        see(By.name("username"));
        assertThat(browser.getCurrentUrl()).endsWith("/login");
    }

    private void openTask(String task) {
        browser.get("about:blank");
        browser.get(address("/camunda/app/tasklist/default/#/?task=" + task));
        see(By.cssSelector(".fjs-container"));
    }

    private void choose(String label) {
        click(By.xpath("//label[contains(normalize-space(.), \"" + label + "\")][.//input]"));
    }

    private org.openqa.selenium.WebElement see(By what) {
        return waiting().until(ExpectedConditions.visibilityOfElementLocated(what));
    }

    private void click(By what) {
        waiting()
                .ignoring(ElementClickInterceptedException.class, StaleElementReferenceException.class)
                .until(page -> {
                    var element = page.findElement(what);
                    browser.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
                    element.click();
                    return true;
                });
    }

    private WebDriverWait waiting() {
        return new WebDriverWait(browser, Duration.ofSeconds(60));
    }

    private String address(String path) {
        return "http://localhost:" + targets.port() + path;
    }

    private void picture(String name) throws IOException {
        Files.createDirectories(SCREENSHOTS);
        Files.write(SCREENSHOTS.resolve(name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
    }
}
