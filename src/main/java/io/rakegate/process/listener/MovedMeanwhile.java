package io.rakegate.process.listener;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.delegate.DelegateTask;

/**
 * A task that was read before another transaction moved it to another execution. What was entered is nowhere then and
 * the change's variables are out of sight, so that no rule can be asked: the act has lost a race, and is run again.
 */
final class MovedMeanwhile {

    private MovedMeanwhile() {}

    /**
     * Asked before any rule.
     *
     * @throws OptimisticLockingException if the task's execution is gone
     */
    static void requireInPlace(DelegateTask task) {
        if (task.getExecution() == null) {
            throw new OptimisticLockingException("The task " + task.getId() + " has moved since it was read.");
        }
    }
}
