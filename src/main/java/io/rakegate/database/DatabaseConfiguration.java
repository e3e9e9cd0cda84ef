package io.rakegate.database;

import javax.sql.DataSource;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.integration.spring.SpringLiquibase;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Where the database is, and that its schema is there before anything uses it. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final String LIBRARY = "io.zonky.test.db.postgres.embedded.EmbeddedPostgres";

    @Bean
    @ConditionalOnMissingBean(SpringLiquibase.class)
    Migrations migrations(DataSource dataSource) {
        Migrations migrations = new Migrations();
        migrations.setDataSource(dataSource);
        migrations.setChangeLog("classpath:db/changelog/master.xml");
        migrations.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
        return migrations;
    }

    /** No database is configured, and the library that brings one is on the class path. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(NoDatabaseConfigured.class)
    @ConditionalOnClass(name = LIBRARY)
    static class Embedded {

        @Bean
        EmbeddedDatabase embeddedDatabase(EmbeddedDatabaseProperties properties) {
            return EmbeddedDatabase.start(properties);
        }

        @Bean
        JdbcConnectionDetails embeddedConnectionDetails(EmbeddedDatabase database) {
            return new EmbeddedConnectionDetails(database.jdbcUrl(), database.password());
        }
    }

    /** No database is configured, and there is nothing to start one from: the packaged application. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(NoDatabaseConfigured.class)
    @ConditionalOnMissingClass(LIBRARY)
    static class Missing {

        @Bean
        JdbcConnectionDetails noConnectionDetails() {
            throw new DatabaseUnavailable("No database is configured, and the packaged application brings none.", """
                    Set SPRING_DATASOURCE_URL, for example to jdbc:postgresql://db.example.org:5432/rakegate, \
                    with SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.""");
        }
    }
}
