package io.rakegate.browser;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/**
 * A test in {@link Chromium}; left out, with a plain message, where none is installed, unless {@code CI=true}. The
 * browser quits when the tests that run together are over.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WithChromium.WhereInstalled.class)
public @interface WithChromium {

    /** Looks for the browser before anything is started, and puts it away afterwards. */
    final class WhereInstalled implements ExecutionCondition, BeforeEachCallback, AfterEachCallback {

        private static final String MISSING = "/usr/bin/chromium or /usr/bin/chromedriver is missing, so the tests in"
                + " the browser %s. On Debian: apt-get install chromium chromium-driver";

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Chromium.isInstalled()) {
                return ConditionEvaluationResult.enabled("Chromium is installed");
            }
            if (Boolean.parseBoolean(System.getenv("CI"))) {
                throw new IllegalStateException(MISSING.formatted("cannot run, and with CI=true they have to"));
            }
            String leftOut = context.getDisplayName() + ": " + MISSING.formatted("are left out");
            System.out.println(leftOut);
            return ConditionEvaluationResult.disabled(leftOut);
        }

        @Override
        public void beforeEach(ExtensionContext context) {
            context.getRoot()
                    .getStore(Namespace.create(WithChromium.class))
                    .getOrComputeIfAbsent(Quitting.class, unused -> new Quitting());
        }

        @Override
        public void afterEach(ExtensionContext context) {
            Chromium.leave();
        }
    }

    /** Quits the browser where the tests end. */
    final class Quitting implements CloseableResource {

        @Override
        public void close() {
            Chromium.quit();
        }
    }
}
