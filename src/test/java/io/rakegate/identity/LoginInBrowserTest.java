package io.rakegate.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.rakegate.browser.Chromium;
import io.rakegate.browser.WithChromium;
import java.time.Duration;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IdentityTest
@WithChromium
class LoginInBrowserTest {

    @LocalServerPort
    private int port;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    private ChromeDriver browser;

    @BeforeEach
    void open() {
        browser = Chromium.fresh();
    }

    @Test
    void theLinkToATaskSurvivesLoggingInAndLoggingOutOfTasklistLeadsToOurLoginPage() {
        String instance = runtime.startProcessInstanceByKey("ProdDbChange").getId();
        String task = tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();

        browser.get(address("/camunda/app/tasklist/default/#/?task=" + task));
        see(By.id("username"));
        assertThat(browser.findElement(By.id("hints")).isDisplayed()).isTrue();
        logIn("console");

        see(By.cssSelector(".task-card, [cam-tasklist-task]"));
        assertThat(browser.getCurrentUrl()).contains("task=" + task);
        click(By.cssSelector(".account .dropdown-toggle, li.account > a"));
        click(By.cssSelector(".logout > a, li.logout a"));
        see(By.id("username"));
        assertThat(browser.getCurrentUrl()).startsWith(address("/login"));

        browser.get(address("/camunda/app/tasklist/default/"));
        see(By.id("username"));
    }

    @Test
    void aSessionThatEndedMeanwhileLeadsToOurLoginPageAndBack() {
        browser.get(address("/camunda/app/tasklist/default/"));
        logIn("lead");
        see(By.cssSelector("li.account"));

        browser.manage().deleteCookieNamed("JSESSIONID");
        browser.navigate().refresh();
        see(By.id("username"));
        logIn("lead");

        see(By.cssSelector("li.account"));
        assertThat(browser.getCurrentUrl()).contains("/camunda/app/tasklist/default/");
    }

    @Test
    void theScriptsOfOurPagesRunUnderTheirStrictPolicy() {
        browser.get(address("/login#/?task=4711"));
        see(By.id("username"));

        assertThat(browser.findElement(By.tagName("form")).getDomProperty("action"))
                .endsWith("/login#/?task=4711");
        assertThat(browser.manage().logs().get("browser").getAll())
                .noneMatch(entry -> entry.getMessage().contains("Content Security Policy"));
    }

    private void logIn(String userId) {
        browser.findElement(By.id("username")).sendKeys(userId);
        browser.findElement(By.id("password")).sendKeys(userId);
        browser.findElement(By.cssSelector("button[type=submit]")).click();
    }

    private void click(By what) {
        new WebDriverWait(browser, Duration.ofSeconds(60))
                .until(ExpectedConditions.elementToBeClickable(what))
                .click();
    }

    private void see(By what) {
        new WebDriverWait(browser, Duration.ofSeconds(60)).until(ExpectedConditions.visibilityOfElementLocated(what));
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
