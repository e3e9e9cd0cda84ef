package io.rakegate.support;

import java.time.Clock;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/**
 * The part of the application that an {@link EngineTest} runs: the database and the engine.
 *
 * <p>Not marked as a configuration, so that a test of the whole application does not find it.
 */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    CamundaBpmAutoConfiguration.class
})
@ComponentScan({"io.rakegate.database", "io.rakegate.process.engine"})
@ConfigurationPropertiesScan({"io.rakegate.database", "io.rakegate.process.engine"})
public class EngineTestApplication {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
