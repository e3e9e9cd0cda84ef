package io.rakegate.process.listener;

import io.rakegate.process.ActingPerson;
import io.rakegate.process.catalogue.UserTask;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** A person completes a task, on whatever surface: every rule is asked in the same transaction. */
@Component
class UserTaskCompleted implements TaskListener {

    private final ActingPerson actingPerson;
    private final List<CompletionRule> rules;

    UserTaskCompleted(ActingPerson actingPerson, List<CompletionRule> rules) {
        this.actingPerson = actingPerson;
        this.rules = List.copyOf(rules);
    }

    @Override
    public void notify(DelegateTask task) {
        MovedMeanwhile.requireInPlace(task);
        Completion completion = new Completion(task, UserTask.withId(task.getTaskDefinitionKey()), actingPerson.get());
        rules.forEach(rule -> rule.completing(completion));
    }
}
