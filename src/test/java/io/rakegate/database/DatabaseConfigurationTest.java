package io.rakegate.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.rakegate.support.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
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

    @ParameterizedTest
    @ValueSource(strings = {"", "&ApplicationName=ours", "&reWriteBatchedInserts=true"})
    void whatADatabaseSaysOfAnErrorTellsNoValue(String parameters) {
        application
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withPropertyValues("spring.datasource.url=" + TestDatabase.migrated() + parameters)
                .run(context -> assertThatErrorsTellNoValue(context.getBean(JdbcTemplate.class)));
    }

    @Test
    void neitherDoesTheEmbeddedOne(@TempDir Path folder) {
        application
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withUserConfiguration(EmbeddedProperties.class)
                .withPropertyValues(
                        "rakegate.database.embedded.directory=" + folder.resolve("postgres"),
                        "rakegate.database.embedded.port=0")
                .run(context -> {
                    assertThat(context).hasNotFailed().hasSingleBean(EmbeddedDatabase.class);
                    assertThatErrorsTellNoValue(context.getBean(JdbcTemplate.class));
                });
    }

    private static void assertThatErrorsTellNoValue(JdbcTemplate database) {
        String insert = "insert into kept values (?, ?)";
        database.execute("create table kept (id text primary key, words text not null)");
        database.update(insert, "marker-id", "marker-words");

        String batch = errorOf(() -> database.batchUpdate(insert, List.<Object[]>of(row("marker-id", "marker-words"))));
        String batchWithNul = errorOf(() -> database.batchUpdate(insert, List.<Object[]>of(row("2", "marker\0"))));
        String single = errorOf(() -> database.update(insert, "marker-id", "marker-words"));
        String withoutWords = errorOf(() -> database.update(insert, "marker-other", null));

        assertThat(batch).contains("Batch entry", "duplicate key");
        assertThat(batchWithNul).contains("Batch entry");
        assertThat(single).contains("duplicate key");
        assertThat(withoutWords).contains("not-null constraint");
        assertThat(List.of(batch, batchWithNul, single, withoutWords))
                .allSatisfy(error -> assertThat(error).doesNotContain("marker"));
    }

    private static Object[] row(String id, String words) {
        return new Object[] {id, words};
    }

    /** Everything that a log would have of it, and the errors that go with it. */
    private static String errorOf(ThrowingCallable statement) {
        StringWriter text = new StringWriter();
        Throwable thrown = catchThrowable(statement);
        thrown.printStackTrace(new PrintWriter(text, true));
        if (thrown.getCause() instanceof SQLException error) {
            error.forEach(part -> text.append(part.toString()));
        }
        return text.toString();
    }

    @EnableConfigurationProperties(EmbeddedDatabaseProperties.class)
    static class EmbeddedProperties {}
}
