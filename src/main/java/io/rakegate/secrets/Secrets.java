package io.rakegate.secrets;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/** The secrets of this configuration, and what is wrong with them. */
final class Secrets {

    private static final String DATABASE = "spring.datasource.url";
    private static final String EMBEDDED_DATABASE = "io.zonky.test.db.postgres.embedded.EmbeddedPostgres";

    private static final String NO_WEBHOOK_SECRET =
            "rakegate.github.webhook-secret is missing. Set it to the secret of the webhook on GitHub; without one nobody"
                    + " can tell a delivery from a forgery.";
    private static final String NO_DATABASE_PASSWORD =
            "spring.datasource.password is missing. Give the database's user a password, or a client certificate"
                    + " (sslcert and sslkey in the address).";
    private static final String IN_THE_ADDRESS =
            "spring.datasource.url contains the password, and addresses are written to logs. Move it to"
                    + " spring.datasource.password.";

    private final Environment environment;

    Secrets(Environment environment) {
        this.environment = environment;
    }

    /** One sentence for each thing that is wrong; they name properties and never a value. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        problemsOfTheDatabase(problems);
        if (isMissing(Secret.WEBHOOK_SECRET)) {
            problems.add(NO_WEBHOOK_SECRET);
        }
        for (Secret secret : Secret.ALL) {
            if (!isMissing(secret)) {
                String unlike = secret.unlike().isEmpty() ? "" : valueOf(secret.unlike());
                Weakness.of(secret, valueOf(secret.property()).strip(), unlike).ifPresent(problems::add);
            }
        }
        return problems;
    }

    /** Where there is neither a database nor the library that brings one, that has to be said first, and is. */
    boolean isTheDatabaseMissing() {
        return valueOf(DATABASE).isBlank() && !ClassUtils.isPresent(EMBEDDED_DATABASE, null);
    }

    private void problemsOfTheDatabase(List<String> problems) {
        String address = valueOf(DATABASE);
        if (address.contains("password=")) {
            problems.add(IN_THE_ADDRESS);
        }
        if (!address.isBlank() && isMissing(Secret.DATABASE_PASSWORD) && !address.contains("sslkey=")) {
            problems.add(NO_DATABASE_PASSWORD);
        }
    }

    private boolean isMissing(Secret secret) {
        return !StringUtils.hasText(valueOf(secret.property()));
    }

    private String valueOf(String property) {
        return environment.getProperty(property, "");
    }
}
