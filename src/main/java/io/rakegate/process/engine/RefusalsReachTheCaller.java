package io.rakegate.process.engine;

import io.rakegate.process.ActRefused;
import io.rakegate.process.Refusals;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Tells the person who was refused what the refusal says: the engine wraps what a listener throws, and its interfaces
 * answer that as a server error. A forbidden act becomes 403, an input that does not fit 400, on every surface.
 */
final class RefusalsReachTheCaller extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        if (Context.getCommandContext() != null) {
            return next.execute(command);
        }
        try {
            return next.execute(command);
        } catch (ProcessEngineException wrapped) {
            throw Refusals.in(wrapped)
                    .<ProcessEngineException>map(RefusalsReachTheCaller::forTheCaller)
                    .orElse(wrapped);
        }
    }

    private static ProcessEngineException forTheCaller(RuntimeException refusal) {
        ProcessEngineException spoken = refusal instanceof ActRefused
                ? new AuthorizationException(refusal.getMessage())
                : new FormFieldValidationException(refusal.getClass().getSimpleName(), refusal.getMessage());
        spoken.initCause(refusal);
        return spoken;
    }
}
