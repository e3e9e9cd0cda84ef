package io.rakegate.process;

import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** What the open tasks of a change show and ask is brought up to date after each step; one look for the tasks serves all. */
@Component
public class OpenTasks {

    private final Briefings briefings;
    private final OperatorChoices operatorChoices;
    private final FindingRows findingRows;
    private final TaskService taskService;

    OpenTasks(Briefings briefings, OperatorChoices operatorChoices, FindingRows findingRows, TaskService taskService) {
        this.briefings = briefings;
        this.operatorChoices = operatorChoices;
        this.findingRows = findingRows;
        this.taskService = taskService;
    }

    /** Brings them up to date with what the change knows now. */
    public void refresh(DelegateExecution execution) {
        List<Task> open = taskService
                .createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .list();
        briefings.refresh(execution, open);
        operatorChoices.refresh(execution, open);
        findingRows.refresh(execution, open);
    }
}
