package io.rakegate.process.engine;

import io.rakegate.process.RefusedActs;
import java.time.Clock;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The engine's own settings. Who wants to add to the engine contributes a {@link ProcessEnginePlugin} bean, a history
 * handler included: the engine asks all of them, in the order they give, before it writes to the database.
 */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    /** Comes last, so that what it sets stays. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ProcessEnginePlugin engineDefaults(EngineProperties properties) {
        return new EngineDefaults(properties);
    }

    @Bean
    ProcessEnginePlugin longTexts() {
        return new LongTexts();
    }

    @Bean
    ProcessEnginePlugin peopleGetAnswers(EngineProperties properties, Clock clock) {
        return new PeopleGetAnswers(properties.refusalsKeptPerMinute(), clock);
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ProcessEnginePlugin catalogueBeans(ApplicationContext context) {
        return new CatalogueBeans(context);
    }

    @Bean
    RefusedActs refusedActs() {
        return new RefusedElsewhere();
    }

    @Bean
    ProcessDeployment processDeployment(RepositoryService repository, ApplicationContext resources) {
        return new ProcessDeployment(repository, resources);
    }

    @Bean
    TasklistFilters tasklistFilters(
            FilterService filters, TaskService tasks, JdbcTemplate database, PlatformTransactionManager transactions) {
        return new TasklistFilters(filters, tasks, database, transactions);
    }

    @Bean
    StopJobsFirst stopJobsFirst(ApplicationContext context, ObjectProvider<JobExecutor> jobExecutor) {
        return new StopJobsFirst(context, jobExecutor);
    }
}
