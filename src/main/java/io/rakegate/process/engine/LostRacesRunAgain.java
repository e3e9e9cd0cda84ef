package io.rakegate.process.engine;

import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.pvm.PvmException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Two approvers may complete their tasks at the same moment: the one whose transaction loses is run again, with every
 * rule asked again on what is so now. Only for commands that opened their transaction themselves; jobs have their own
 * retries.
 */
final class LostRacesRunAgain extends CommandInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(LostRacesRunAgain.class);
    private static final int ATTEMPTS = 5;
    private static final int MOST_CAUSES = 20;

    @Override
    public <T> T execute(Command<T> command) {
        boolean outermost =
                Context.getCommandContext() == null && !TransactionSynchronizationManager.isActualTransactionActive();
        if (!outermost || command.getClass().getSimpleName().contains("Job")) {
            return next.execute(command);
        }
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return next.execute(command);
            } catch (ProcessEngineException lost) {
                if (!isLostRace(lost)) {
                    throw lost;
                }
                LOG.debug("Attempt {} of {} lost a race and runs again.", attempt, command.getClass(), lost);
            }
        }
        return next.execute(command);
    }

    /**
     * The engine wraps what a listener throws. And a task that was read before its execution got a child cannot be
     * completed either: the execution is "nowhere" then.
     */
    private static boolean isLostRace(ProcessEngineException thrown) {
        return Stream.<Throwable>iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(MOST_CAUSES)
                .anyMatch(cause -> cause instanceof OptimisticLockingException || isNowhere(cause));
    }

    private static boolean isNowhere(Throwable cause) {
        return cause instanceof PvmException
                && String.valueOf(cause.getMessage()).contains("it has no current activity");
    }
}
