package io.rakegate.process.engine;

import io.rakegate.process.ActRefused;
import io.rakegate.process.Refusals;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the person who was refused what the refusal says: the engine wraps what a listener throws, and its interfaces
 * answer that as a server error. A forbidden act becomes 403, an input that does not fit 400, on every surface. The
 * engine's own log of failed commands, a stack trace for each refusal, is off: what is no refusal is logged here.
 */
final class RefusalsReachTheCaller extends CommandInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalsReachTheCaller.class);

    private final RefusalRecord refusalRecord;

    RefusalsReachTheCaller(RefusalRecord refusalRecord) {
        this.refusalRecord = refusalRecord;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (Context.getCommandContext() != null) {
            return next.execute(command);
        }
        try {
            return next.execute(command);
        } catch (ProcessEngineException thrown) {
            ProcessEngineException spoken = Refusals.in(thrown)
                    .<ProcessEngineException>map(RefusalsReachTheCaller::forTheCaller)
                    .orElse(thrown);
            note(command, spoken);
            throw spoken;
        }
    }

    private void note(Command<?> command, ProcessEngineException spoken) {
        if (spoken instanceof AuthorizationException) {
            refusalRecord.add(command, String.valueOf(spoken.getMessage()));
        } else if (isFailure(spoken)) {
            LOG.error("{} failed.", command.getClass().getSimpleName(), spoken);
        }
    }

    /** What the engine itself takes for the caller's mistake is none of ours; jobs have their own log. */
    private static boolean isFailure(ProcessEngineException thrown) {
        return !(thrown instanceof BadUserRequestException
                || thrown instanceof OptimisticLockingException
                || thrown instanceof FormFieldValidationException);
    }

    private static ProcessEngineException forTheCaller(RuntimeException refusal) {
        ProcessEngineException spoken = refusal instanceof ActRefused
                ? new AuthorizationException(refusal.getMessage())
                : new FormFieldValidationException(refusal.getClass().getSimpleName(), refusal.getMessage());
        spoken.initCause(refusal);
        return spoken;
    }
}
