package io.rakegate.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.rakegate.support.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.JdbcTemplate;

class DatabaseConfigurationTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class))
            .withUserConfiguration(DatabaseConfiguration.class);

    @Test
    void refusesToStartWithoutAnAddressAndWithoutTheLibrary() {
        application
                .withClassLoader(new FilteredClassLoader(EmbeddedPostgres.class))
                .withPropertyValues("spring.datasource.url= ")
                .run(context -> {
                    assertThat(context).hasFailed();
                    assertThat(context.getStartupFailure())
                            .rootCause()
                            .isInstanceOfSatisfying(
                                    DatabaseUnavailable.class,
                                    refusal -> assertThat(new DatabaseUnavailableAnalyzer().analyze(refusal))
                                            .satisfies(analysis -> {
                                                assertThat(analysis.getDescription())
                                                        .startsWith("No database is configured");
                                                assertThat(analysis.getAction())
                                                        .contains(
                                                                "Set SPRING_DATASOURCE_URL",
                                                                "SPRING_DATASOURCE_USERNAME",
                                                                "SPRING_DATASOURCE_PASSWORD");
                                            }));
                });
    }

    @Test
    void usesTheConfiguredDatabaseEvenWhereTheLibraryIsThere() {
        application
                .withPropertyValues("spring.datasource.url=" + TestDatabase.migrated())
                .run(context -> {
                    assertThat(context).hasNotFailed().doesNotHaveBean(EmbeddedDatabase.class);
                    assertThat(context.getBean(JdbcTemplate.class)
                                    .queryForObject("select count(*) from act_ge_property", Integer.class))
                            .isPositive();
                });
    }
}
