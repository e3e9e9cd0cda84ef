package io.rakegate.secrets;

import java.util.List;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Ends a start with a missing, weak or commonly known secret before anything is made: no connection, no schema, no
 * port. The sandbox is let through, because its secrets are public on purpose and it answers this machine only.
 */
@Component
class SecretsGuard implements BeanFactoryPostProcessor, PriorityOrdered {

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        Environment environment = beans.getBean(Environment.class);
        Secrets secrets = new Secrets(environment);
        if (isSandbox(environment) || secrets.isTheDatabaseMissing()) {
            return;
        }
        List<String> problems = secrets.problems();
        if (!problems.isEmpty()) {
            throw new UnsafeSecrets(problems);
        }
    }

    private static boolean isSandbox(Environment environment) {
        return environment.getProperty("rakegate.sandbox.enabled", Boolean.class, false);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
