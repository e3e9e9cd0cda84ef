package io.rakegate.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openqa.selenium.JavascriptExecutor;

/** The accessibility tool axe-core, run on the page that a browser shows. */
final class Accessibility {

    private static final String AXE = read();

    private static final String RUN = """
            const done = arguments[arguments.length - 1];
            const options = { resultTypes: ['violations'] };
            if (arguments[1]) {
              options.runOnly = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };
            }
            axe.run(arguments[0], options)
              .then(results => done(results.violations.map(found =>
                found.id + ': ' + found.help + ' at ' + found.nodes.slice(0, 5).map(node =>
                  node.target.join(' ') + ' (' + node.failureSummary.replace(/\\s+/g, ' ') + ')').join('; '))),
                failed => done(['axe failed: ' + failed]));
            """;

    private Accessibility() {}

    /**
     * What is wrong, in sentences; empty if nothing is.
     *
     * @param part CSS selector of the part to look at
     * @param coloursOnly whether nothing but the colours differs from what was looked at already
     */
    static List<String> violations(JavascriptExecutor browser, String part, boolean coloursOnly) {
        browser.executeScript(AXE + "; window.axe = axe;");
        Object found = browser.executeAsyncScript(RUN, part, coloursOnly);
        return ((List<?>) Objects.requireNonNull(found))
                .stream().map(String::valueOf).toList();
    }

    /** What a picture of the whole page needs to be told. */
    static Map<String, Object> wholePage() {
        return Map.of("format", "png", "captureBeyondViewport", true);
    }

    private static String read() {
        try (InputStream script = Accessibility.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
