package io.rakegate.support;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test on a PostgreSQL server; the Spring context of the test, if it has one, gets an empty database on it.
 *
 * <p>Left out, with a plain message, where no server is installed; where {@code CI=true} one has to be.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WithServerDatabase.WhereInstalled.class)
@ContextConfiguration(initializers = ServerDatabase.Initializer.class)
public @interface WithServerDatabase {

    /** Looks for the server before anything is started. */
    final class WhereInstalled implements ExecutionCondition {

        private static final String MISSING = """
                No PostgreSQL server is installed in /usr/lib/postgresql, so the tests that need one are left out. \
                On Debian: apt-get install postgresql""";

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (ServerDatabase.programs().isPresent()) {
                return ConditionEvaluationResult.enabled("a PostgreSQL server is installed");
            }
            if (Boolean.parseBoolean(System.getenv("CI"))) {
                throw new IllegalStateException(MISSING.replace("so the tests", "and with CI=true the tests")
                        .replace("are left out", "have to run"));
            }
            System.out.println(MISSING);
            return ConditionEvaluationResult.disabled(MISSING);
        }
    }
}
