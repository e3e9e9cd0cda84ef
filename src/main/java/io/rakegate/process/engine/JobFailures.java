package io.rakegate.process.engine;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper.ExceptionLoggingHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs why a job failed. One that lost a race runs again at once, see {@link FailedJob}: nothing to warn of.
 * Everything else is logged as the engine does.
 */
final class JobFailures implements ExceptionLoggingHandler {

    private static final Logger LOG = LoggerFactory.getLogger(JobFailures.class);

    private final ExceptionLoggingHandler others;

    JobFailures(ExceptionLoggingHandler others) {
        this.others = others;
    }

    /** The engine has one handler for the whole JVM. */
    static void handle() {
        if (!(ExecuteJobHelper.LOGGING_HANDLER instanceof JobFailures)) {
            ExecuteJobHelper.LOGGING_HANDLER = new JobFailures(ExecuteJobHelper.LOGGING_HANDLER);
        }
    }

    @Override
    public void exceptionWhileExecutingJob(String jobId, Throwable failure) {
        if (failure instanceof OptimisticLockingException) {
            LOG.debug("Job {} lost a race and runs again.", jobId, failure);
        } else {
            others.exceptionWhileExecutingJob(jobId, failure);
        }
    }
}
