package io.rakegate.pullrequest.github;

import io.rakegate.support.TestDatabase;
import javax.sql.DataSource;
import liquibase.integration.spring.SpringLiquibase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** A database of a real PostgreSQL with this room's table, for the tests of the webhook. */
@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement
class DeliveryDatabase {

    @Bean
    DataSource dataSource() {
        return TestDatabase.dataSource(TestDatabase.empty());
    }

    @Bean
    SpringLiquibase liquibase(DataSource dataSource) {
        SpringLiquibase liquibase = new SpringLiquibase();
        liquibase.setDataSource(dataSource);
        liquibase.setChangeLog("classpath:db/changelog/modules/20-github.sql");
        liquibase.setResourceLoader(new DefaultResourceLoader());
        return liquibase;
    }

    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new DataSourceTransactionManager(dataSource);
    }
}
