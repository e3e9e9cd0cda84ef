package io.rakegate.process;

import io.rakegate.approval.Side;
import io.rakegate.identity.People;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.OperatorChoice;
import io.rakegate.process.catalogue.UserTask;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Step 7: who can be named as operator. Each task that asks for one carries the choices as a variable of its own; what
 * is chosen is checked again when the task completes.
 */
@Component
public class OperatorChoices {

    private static final Set<String> ASKING =
            Set.of(UserTask.ARRANGE_OPERATOR.id(), UserTask.SCHEDULE_PRODUCTION_RUN.id());

    private final People people;
    private final Sides sides;
    private final TaskService taskService;

    OperatorChoices(People people, Sides sides, TaskService taskService) {
        this.people = people;
        this.sides = sides;
        this.taskService = taskService;
    }

    /** Gives the choices to a task that appears, if it asks for an operator. */
    public void offer(DelegateTask task) {
        if (ASKING.contains(task.getTaskDefinitionKey())) {
            ChangeVariables.OPERATOR_CHOICES.setLocal(task, of(task));
        }
    }

    /** Brings the choices at the open tasks of a change up to date: people join, and sides are taken. */
    void refresh(DelegateExecution execution, List<Task> open) {
        List<Task> asking = open.stream()
                .filter(task -> ASKING.contains(task.getTaskDefinitionKey()))
                .toList();
        if (asking.isEmpty()) {
            return;
        }
        List<OperatorChoice> now = of(execution);
        for (Task task : asking) {
            if (!ChangeVariables.OPERATOR_CHOICES
                    .findLocal(taskService, task.getId())
                    .equals(Optional.of(now))) {
                ChangeVariables.OPERATOR_CHOICES.setLocal(taskService, task.getId(), now);
            }
        }
    }

    private List<OperatorChoice> of(VariableScope change) {
        return people.membersOf(ChangeVariables.PROD_OPERATORS_GROUP.get(change)).stream()
                .filter(person -> sides.refusal(change, Side.OPERATOR, person).isEmpty())
                .map(person -> new OperatorChoice(person.name() + " (" + person.userId() + ")", person.userId()))
                .toList();
    }
}
