package io.rakegate.process.listener;

import io.rakegate.identity.People;
import io.rakegate.identity.Person;
import io.rakegate.process.ActRefused;
import io.rakegate.process.Sides;
import io.rakegate.process.catalogue.UserTask;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * Nobody can claim, be assigned or be delegated a task whose side they may not take, administrators included: "Four
 * sides, four people."
 */
@Component
class UserTaskAssigned implements TaskListener {

    private final People people;
    private final Sides sides;
    private final TaskMembers members;

    UserTaskAssigned(People people, Sides sides, TaskMembers members) {
        this.people = people;
        this.sides = sides;
        this.members = members;
    }

    @Override
    public void notify(DelegateTask task) {
        MovedMeanwhile.requireInPlace(task);
        String assignee = task.getAssignee();
        if (assignee == null) {
            return;
        }
        UserTask.withId(task.getTaskDefinitionKey()).flatMap(UserTask::side).ifPresent(side -> {
            Person person = people.find(assignee)
                    .orElseThrow(() -> new ActRefused("There is nobody called \"" + assignee
                            + "\" here, so the task cannot be theirs. Choose a member of its group."));
            members.require(task, person);
            // what the task or a part of the change keeps for itself has no say in it
            sides.refusal(task.getProcessInstanceId(), side, person).ifPresent(sentence -> {
                throw new ActRefused(sentence);
            });
        });
    }
}
