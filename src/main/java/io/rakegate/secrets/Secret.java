package io.rakegate.secrets;

import java.util.List;

/**
 * A secret of the configuration.
 *
 * @param property its property
 * @param atLeast how many characters it has at least
 * @param unlike the property whose value it must not contain; blank if there is none
 */
record Secret(String property, int atLeast, String unlike) {

    static final Secret DATABASE_PASSWORD = password("spring.datasource.password", "spring.datasource.username");
    static final Secret WEBHOOK_SECRET = random("rakegate.github.webhook-secret", 16);

    /** Every secret there is. */
    static final List<Secret> ALL = List.of(
            DATABASE_PASSWORD,
            WEBHOOK_SECRET,
            random("rakegate.github.token", 20),
            random("rakegate.github.app-private-key", 500),
            random("rakegate.slack.bot-token", 20),
            random("rakegate.identity.open-id.client-secret", 16),
            random("rakegate.identity.git-hub.client-secret", 16),
            random("rakegate.audit.signing.private-key", 100),
            random("rakegate.audit.archive.s3.secret-access-key", 20),
            random("rakegate.http.metrics-token", 20),
            password("rakegate.identity.administrator.password", "rakegate.identity.administrator.user-id"));

    /** A password that a person may have chosen. */
    private static Secret password(String property, String unlike) {
        return new Secret(property, 12, unlike);
    }

    /** A secret that a machine made. */
    private static Secret random(String property, int atLeast) {
        return new Secret(property, atLeast, "");
    }
}
