package io.rakegate.process.engine;

import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;

/**
 * Ends the search for jobs before anything else shuts down: a job taken after that would stay locked for minutes, and
 * jobs that are under way may need this application's own web server to finish.
 */
final class StopJobsFirst implements ApplicationListener<ContextClosedEvent>, Ordered {

    private final ApplicationContext context;
    private final ObjectProvider<JobExecutor> jobExecutor;

    StopJobsFirst(ApplicationContext context, ObjectProvider<JobExecutor> jobExecutor) {
        this.context = context;
        this.jobExecutor = jobExecutor;
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        if (event.getApplicationContext() == context) {
            jobExecutor.ifAvailable(JobExecutor::shutdown);
        }
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
