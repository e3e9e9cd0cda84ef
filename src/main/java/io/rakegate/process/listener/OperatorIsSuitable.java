package io.rakegate.process.listener;

import io.rakegate.approval.Side;
import io.rakegate.identity.People;
import io.rakegate.identity.Person;
import io.rakegate.process.Fields;
import io.rakegate.process.InputRefused;
import io.rakegate.process.Sides;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.UserTask;
import io.rakegate.process.catalogue.Variable;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Step 7: the operator named for a run has production access and holds no other side of the change. */
@Component
@Order(50)
class OperatorIsSuitable implements CompletionRule {

    private final People people;
    private final Sides sides;

    OperatorIsSuitable(People people, Sides sides) {
        this.people = people;
        this.sides = sides;
    }

    @Override
    public void completing(Completion completion) {
        DelegateTask task = completion.task();
        if (completion.isFor(UserTask.ARRANGE_OPERATOR)) {
            check(task, ChangeVariables.ARRANGED_OPERATOR);
        }
        if (completion.isFor(UserTask.SCHEDULE_PRODUCTION_RUN)
                && ChangeVariables.SCHEDULING_DECISION.get(task).equals("schedule")) {
            check(task, ChangeVariables.OPERATOR);
        }
    }

    private void check(DelegateTask task, Variable<String> variable) {
        String userId = Fields.required(task, variable, "Name the operator who will run the task: a user id.");
        String group = ChangeVariables.PROD_OPERATORS_GROUP.get(task);
        Person operator = people.find(userId)
                .filter(person -> person.groups().contains(group))
                .orElseThrow(() -> new InputRefused(
                        variable.name(), "\"" + userId + "\" is not in " + group + ". Members are: " + members(group)));
        sides.refusal(task, Side.OPERATOR, operator).ifPresent(sentence -> {
            throw new InputRefused(variable.name(), operator.name() + " cannot be the operator. To them: " + sentence);
        });
    }

    private String members(String group) {
        var ids = people.membersOf(group).stream().map(Person::userId).toList();
        return ids.isEmpty() ? "nobody yet; ask an administrator." : String.join(", ", ids) + ".";
    }
}
