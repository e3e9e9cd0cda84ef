package io.rakegate.process.task;

import io.rakegate.process.ProcessProperties;
import io.rakegate.process.catalogue.ChangeVariables;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The tasks of a change that are past their due date, and those that go one level up. */
@Component
class OverdueTasks {

    private final TaskService taskService;
    private final ProcessProperties properties;
    private final Clock clock;

    OverdueTasks(TaskService taskService, ProcessProperties properties, Clock clock) {
        this.taskService = taskService;
        this.properties = properties;
        this.clock = clock;
    }

    List<Task> of(DelegateExecution execution) {
        return dueBefore(execution, clock.instant());
    }

    /** Which reminder of a task this is, from 0: the same number within one interval, so that a retry repeats nothing. */
    long round(Task task) {
        Duration late = Duration.between(task.getDueDate().toInstant(), clock.instant());
        return late.dividedBy(properties.remindEvery());
    }

    /** Long overdue and not escalated before. */
    List<Task> toEscalate(DelegateExecution execution) {
        List<String> done = ChangeVariables.ESCALATED_TASKS.get(execution, List.of());
        return dueBefore(execution, clock.instant().minus(properties.escalateAfter())).stream()
                .filter(task -> !done.contains(task.getId()))
                .toList();
    }

    void escalated(DelegateExecution execution, Task task) {
        List<String> done = new ArrayList<>(ChangeVariables.ESCALATED_TASKS.get(execution, List.of()));
        done.add(task.getId());
        ChangeVariables.ESCALATED_TASKS.set(execution, done);
    }

    private List<Task> dueBefore(DelegateExecution execution, Instant moment) {
        return taskService
                .createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .dueBefore(Date.from(moment))
                .list();
    }
}
