package io.rakegate;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import javax.sql.DataSource;

/** One real PostgreSQL on loopback for all tests of this run that need no schema of the application. */
public final class LocalPostgres {

    private static final Duration START_UP_WAIT = Duration.ofSeconds(60);

    private LocalPostgres() {}

    /** Connections to its default database; each call of {@code getConnection} opens one. */
    public static DataSource dataSource() {
        return Running.SERVER.getPostgresDatabase();
    }

    /** Its address, for Spring's {@code spring.datasource.url}; the user is {@code postgres}, without a password. */
    public static String jdbcUrl() {
        return Running.SERVER.getJdbcUrl("postgres", "postgres");
    }

    private static final class Running {
        private static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .setPGStartupWait(START_UP_WAIT)
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
