package io.rakegate.evidence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import javax.sql.DataSource;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringLiquibase;
import org.springframework.core.io.DefaultResourceLoader;

/** A real PostgreSQL with the tables of evidence, started once for all tests of this room. */
final class EvidenceDatabase {

    private static final DataSource DATA_SOURCE = start();

    private EvidenceDatabase() {}

    static DataSource dataSource() {
        return DATA_SOURCE;
    }

    private static DataSource start() {
        try {
            // runs until the JVM ends: the library stops it then
            @SuppressWarnings("resource")
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
            DataSource dataSource = postgres.getPostgresDatabase();
            SpringLiquibase liquibase = new SpringLiquibase();
            liquibase.setDataSource(dataSource);
            liquibase.setResourceLoader(new DefaultResourceLoader());
            liquibase.setChangeLog("classpath:db/changelog/modules/30-evidence.sql");
            liquibase.afterPropertiesSet();
            return dataSource;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (LiquibaseException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
