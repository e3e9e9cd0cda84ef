package io.rakegate.process.listener;

import io.rakegate.identity.Person;
import io.rakegate.process.catalogue.UserTask;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;

/**
 * A person completes a task.
 *
 * @param task the task with what was entered
 * @param kind which of ours it is; empty for one that a process owner added
 * @param actor who completes it, from the engine's authentication
 */
record Completion(DelegateTask task, Optional<UserTask> kind, Person actor) {

    boolean isFor(UserTask wanted) {
        return kind.filter(found -> found == wanted).isPresent();
    }
}
