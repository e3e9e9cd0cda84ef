package io.rakegate.process;

import io.rakegate.policy.Finding;
import io.rakegate.process.FindingStanding.Known;
import io.rakegate.process.catalogue.AnsweredFinding;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.FindingRow;
import io.rakegate.process.catalogue.UserTask;
import io.rakegate.process.catalogue.WaiverChoice;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * What is asked about findings: in step 2 each with a row for its answer, prefilled with the answer given before; in
 * step 5 each waiver. What is entered is checked again when the task completes.
 */
@Component
public class FindingRows {

    private final TaskService taskService;

    FindingRows(TaskService taskService) {
        this.taskService = taskService;
    }

    /** Gives a task that appears what it asks about findings. */
    public void offer(DelegateTask task) {
        UserTask.withId(task.getTaskDefinitionKey()).ifPresent(kind -> {
            if (kind == UserTask.ANSWER_REQUIRED_QUESTIONS) {
                // not the task's own: what is entered on completion goes to the change, whatever the task has
                ChangeVariables.FINDING_ANSWERS.set(task, rows(task));
            } else if (UserTask.approvals().contains(kind)) {
                ChangeVariables.WAIVERS.setLocal(task, waivers(task));
            }
        });
    }

    /** Brings what open tasks ask about findings up to date: a new commit changes the findings. */
    void refresh(DelegateExecution execution, List<Task> open) {
        if (open.stream().anyMatch(task -> isOneOf(List.of(UserTask.ANSWER_REQUIRED_QUESTIONS), task))) {
            ChangeVariables.FINDING_ANSWERS.set(execution, rows(execution));
        }
        List<Task> approvals = open.stream()
                .filter(task -> isOneOf(UserTask.approvals(), task))
                .toList();
        if (approvals.isEmpty()) {
            return;
        }
        List<WaiverChoice> now = waivers(execution);
        for (Task task : approvals) {
            if (!ChangeVariables.WAIVERS.findLocal(taskService, task.getId()).equals(Optional.of(now))) {
                ChangeVariables.WAIVERS.setLocal(taskService, task.getId(), now);
            }
        }
    }

    private static boolean isOneOf(List<UserTask> kinds, Task task) {
        return UserTask.withId(task.getTaskDefinitionKey())
                .filter(kinds::contains)
                .isPresent();
    }

    private static List<FindingRow> rows(VariableScope change) {
        List<AnsweredFinding> answered = ChangeVariables.ANSWERED_FINDINGS.get(change, List.of());
        return ChangeVariables.FINDINGS.get(change, List.of()).stream()
                .filter(Finding::isToAnswer)
                .map(finding -> FindingRow.of(
                        finding,
                        answered.stream()
                                .map(AnsweredFinding::answer)
                                .filter(answer -> answer.isAbout(finding))
                                .findFirst()
                                .orElse(null)))
                .toList();
    }

    private static List<WaiverChoice> waivers(VariableScope change) {
        return FindingStanding.waivers(Known.in(change)).stream()
                .map(waiver -> new WaiverChoice(label(waiver), waiver.finding().id()))
                .toList();
    }

    private static String label(FindingStanding waiver) {
        String place = waiver.finding().place();
        return waiver.finding().sentence() + (place.isEmpty() ? "" : " (" + place + ")") + " – " + waiver.answer();
    }
}
