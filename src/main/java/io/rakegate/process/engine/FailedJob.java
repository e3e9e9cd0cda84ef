package io.rakegate.process.engine;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;

/**
 * What becomes of a job that failed. One that lost a race runs again at once: whoever was faster is done, so there is
 * nothing to wait for. Everything else waits as long as {@link EngineProperties#retryAfter()} says; the engine alone would
 * have both wait.
 */
final class FailedJob extends DefaultJobRetryCmd {

    FailedJob(String jobId, Throwable failure) {
        super(jobId, failure);
    }

    @Override
    protected void executeCustomStrategy(CommandContext context, JobEntity job, ActivityImpl activity)
            throws Exception {
        if (exception instanceof OptimisticLockingException) {
            executeStandardStrategy(context);
        } else {
            super.executeCustomStrategy(context, job, activity);
        }
    }
}
