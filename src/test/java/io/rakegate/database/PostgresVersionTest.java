package io.rakegate.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.rakegate.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tests run on the PostgreSQL that the build names, so that naming another one tries that. */
class PostgresVersionTest {

    @Test
    void theDatabaseOfTheTestsIsTheOneThatTheBuildNames() {
        String named = System.getProperty("rakegate.test.postgresql", "");

        String running = new JdbcTemplate(TestDatabase.dataSource(TestDatabase.migrated()))
                .queryForObject("show server_version", String.class);

        assertThat(named).matches("\\d+\\.\\d+\\.0");
        assertThat(running).isEqualTo(named.substring(0, named.lastIndexOf('.')));
    }
}
