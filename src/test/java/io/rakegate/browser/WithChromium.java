package io.rakegate.browser;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A test in Chromium; left out, with a plain message, where none is installed, unless {@code CI=true}. */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WithChromium.WhereInstalled.class)
public @interface WithChromium {

    /** Where Debian's packages put the browser. */
    Path BROWSER = Path.of("/usr/bin/chromium");

    /** Where they put what steers it. */
    Path DRIVER = Path.of("/usr/bin/chromedriver");

    /** Looks for the browser before anything is started. */
    final class WhereInstalled implements ExecutionCondition {

        private static final String MISSING =
                "/usr/bin/chromium or /usr/bin/chromedriver is missing, so the journeys in"
                        + " the browser %s. On Debian: apt-get install chromium chromium-driver";

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER)) {
                return ConditionEvaluationResult.enabled("Chromium is installed");
            }
            if (Boolean.parseBoolean(System.getenv("CI"))) {
                throw new IllegalStateException(MISSING.formatted("cannot run, and with CI=true they have to"));
            }
            String leftOut = MISSING.formatted("are left out: upload, approval, refusal, run, audit");
            System.out.println(leftOut);
            return ConditionEvaluationResult.disabled(leftOut);
        }
    }
}
