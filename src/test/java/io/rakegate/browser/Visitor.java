package io.rakegate.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** One person at one browser: logs in, opens tasks, fills in forms, takes pictures of them. */
final class Visitor implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration OFTEN = Duration.ofMillis(100);

    private final ChromeDriver browser;
    private final String base;

    private Visitor(ChromeDriver browser, String base) {
        this.browser = browser;
        this.base = base;
    }

    /** Opens a browser and logs somebody in. */
    static Visitor loggedIn(String base, String person) {
        Visitor visitor = new Visitor(Chromium.fresh(), base);
        visitor.logIn(person);
        return visitor;
    }

    /** Opens a browser that nobody is logged in at. */
    static Visitor stranger(String base) {
        Visitor visitor = new Visitor(Chromium.fresh(), base);
        visitor.open("/login");
        return visitor;
    }

    private void logIn(String person) {
        // leads to the login page and back, without Tasklist in between, which takes seconds to draw
        browser.get(base + "/changes");
        find(By.name("username")).sendKeys(person);
        find(By.name("password")).sendKeys(person, Keys.ENTER);
        waiting().until(ExpectedConditions.urlContains("/changes"));
    }

    void open(String path) {
        // a page that differs in its fragment only would not be loaded again
        browser.get("about:blank");
        browser.get(base + path);
    }

    /** Opens a task in Tasklist and waits for its form. */
    void openTask(String taskId) {
        open("/camunda/app/tasklist/default/#/?task=" + taskId);
        find(By.cssSelector(".fjs-container, form.upload-evidence"));
    }

    /** Presses Claim; whether that is allowed is for the caller to see. */
    void pressClaim() {
        click(By.cssSelector("button.claim"));
    }

    /** Claims the open task. */
    void claim() {
        pressClaim();
        find(By.cssSelector("[ng-click='unclaim()']"));
    }

    /** Enters a text in the field with this key of a Camunda Form. */
    void enter(String key, String text) {
        type(By.cssSelector("[id$='-Field_" + key + "']"), text);
    }

    /** Enters a day and a time of day in the field with this key. */
    void enter(String key, String day, String time) {
        type(By.cssSelector("[id$='-Field_" + key + "-date']"), day);
        type(By.cssSelector("[id$='-Field_" + key + "-time']"), time);
    }

    /** Gives the same answer to each finding of the form, in the row of each. */
    void answerEachFinding(String kind, String text) {
        find(By.cssSelector("[id$='-Field_logPointer']"));
        int rows = browser.findElements(By.cssSelector("textarea[id*='-Field_text_']"))
                .size();
        for (int row = 0; row < rows; row++) {
            click(By.cssSelector("[id$='-Field_kind_" + row + "-display']"));
            click(By.xpath(
                    "//*[contains(@class, 'fjs-dropdownlist-item')][starts-with(normalize-space(.), '" + kind + "')]"));
            find(By.cssSelector("[id$='-Field_text_" + row + "']")).sendKeys(text, Keys.TAB);
        }
    }

    private void type(By field, String text) {
        WebElement input = find(field);
        input.clear();
        input.sendKeys(text, Keys.TAB);
    }

    /** Chooses what has this label: a radio button or a check box. */
    void choose(String label) {
        click(By.xpath("//label[contains(normalize-space(.), \"" + label + "\")][.//input]"));
    }

    /** Types into a field of a plain HTML form. */
    void fill(String name, String text) {
        WebElement input = find(By.name(name));
        input.clear();
        input.sendKeys(text);
    }

    /** Types into this field of a plain HTML form. */
    void fill(By field, String text) {
        WebElement input = find(field);
        input.clear();
        input.sendKeys(text);
    }

    void chooseFile(Path file) {
        find(By.name("file")).sendKeys(file.toAbsolutePath().toString());
    }

    void select(By list, String value) {
        new Select(find(list)).selectByValue(value);
    }

    /** Clicks as soon as nothing lies over it: Tasklist draws its forms in several passes. */
    void click(By what) {
        waiting()
                .ignoring(ElementClickInterceptedException.class, StaleElementReferenceException.class)
                .until(page -> {
                    WebElement element = page.findElement(what);
                    browser.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
                    element.click();
                    return true;
                });
    }

    /** Completes the task, and waits until Tasklist has let go of it. */
    void complete() {
        By button = By.xpath("//button[normalize-space(.)='Complete']");
        click(button);
        waiting().until(ExpectedConditions.invisibilityOfElementLocated(button));
    }

    /** Waits until the page says something. */
    String sees(By where, String text) {
        waiting()
                .ignoring(StaleElementReferenceException.class)
                .until(ExpectedConditions.textToBePresentInElementLocated(where, text));
        return browser.findElement(where).getText();
    }

    /** Keeps what the browser shows. */
    void picture(String name) {
        keep(name, browser.getScreenshotAs(OutputType.BYTES));
    }

    private static void keep(String name, byte[] picture) {
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(SCREENSHOTS.resolve(name + ".png"), picture);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Keeps the whole form of the open task, its lower part too. */
    void pictureOfForm(String name) {
        WebElement form = find(By.cssSelector(".fjs-container, form.upload-evidence"));
        browser.executeScript("arguments[0].scrollIntoView({block: 'start'})", form);
        picture(name);
        WebElement button = find(By.xpath("//button[normalize-space(.)='Complete']"));
        browser.executeScript("arguments[0].scrollIntoView({block: 'end'})", button);
        picture(name + "-below");
    }

    /** Looks at the page wide and narrow, light and dark, keeps a picture of each, and says what is not accessible. */
    List<String> inspect(String name, String part) {
        List<String> violations = new ArrayList<>();
        for (Look look : Look.ALL) {
            browser.executeCdpCommand("Emulation.setDeviceMetricsOverride", look.window());
            browser.executeCdpCommand("Emulation.setEmulatedMedia", look.media());
            Accessibility.violations(browser, part, look.isDark())
                    .forEach(violation -> violations.add(name + ", " + look.name() + ": " + violation));
            wholePage(name + "-" + look.name());
        }
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride", Look.ALL.get(0).window());
        return violations;
    }

    /** Keeps the page as it prints. */
    void printed(String name) {
        browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        wholePage(name + "-print");
        browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
    }

    private void wholePage(String name) {
        Object picture = browser.executeCdpCommand("Page.captureScreenshot", Accessibility.wholePage())
                .get("data");
        keep(name, Base64.getDecoder().decode(String.valueOf(picture)));
    }

    private WebElement find(By what) {
        return waiting().until(ExpectedConditions.presenceOfElementLocated(what));
    }

    private WebDriverWait waiting() {
        return new WebDriverWait(browser, PATIENCE, OFTEN);
    }

    @Override
    public void close() {
        Chromium.leave();
    }
}
