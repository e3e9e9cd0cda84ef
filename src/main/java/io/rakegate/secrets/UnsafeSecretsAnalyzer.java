package io.rakegate.secrets;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends a start with unsafe secrets with sentences instead of a stack trace. */
final class UnsafeSecretsAnalyzer extends AbstractFailureAnalyzer<UnsafeSecrets> {

    private static final String WHAT_TO_DO = """
            Give each as an environment variable, or as a file of that name in a folder that only Rakegate reads, \
            with SPRING_CONFIG_IMPORT=configtree:/run/secrets/ (docs/configuration.md). \
            To try Rakegate without any secret, start the sandbox: SPRING_PROFILES_ACTIVE=sandbox.""";

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnsafeSecrets cause) {
        return new FailureAnalysis(cause.getMessage(), WHAT_TO_DO, cause);
    }
}
