package io.rakegate.process.listener;

import io.rakegate.identity.Person;
import io.rakegate.process.catalogue.Act;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.UserTask;
import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
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

    /** The change itself, above whatever scope the task is in. */
    DelegateExecution change() {
        return task.getExecution().getProcessInstance();
    }

    /** What the person does here, with the commit and the answers that it is for. */
    Act act(Instant at) {
        return new Act(
                task.getTaskDefinitionKey(),
                actor.userId(),
                actor.name(),
                actor.gitHub() == null ? 0 : actor.gitHub().id(),
                at,
                ChangeVariables.HEAD_SHA.find(change()).orElse(null),
                ChangeVariables.ANSWERS_HASH.find(change()).orElse(null));
    }
}
