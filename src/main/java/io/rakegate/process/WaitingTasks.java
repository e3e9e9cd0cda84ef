package io.rakegate.process;

import io.rakegate.process.catalogue.UserTask;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whose turn it is: the open tasks of a change, earliest step first. */
@Component
public class WaitingTasks {

    private final TaskService taskService;

    WaitingTasks(TaskService taskService) {
        this.taskService = taskService;
    }

    /** The open tasks of a running change that the acting person may see. */
    public List<Waiting> of(String processInstanceId) {
        return taskService.createTaskQuery().processInstanceId(processInstanceId).active().list().stream()
                .flatMap(task -> waiting(task).stream())
                .sorted(Comparator.comparing(Waiting::name).thenComparing(Waiting::since))
                .toList();
    }

    /** Empty if somebody has done the task since it was listed. */
    private Optional<Waiting> waiting(Task task) {
        try {
            return Optional.of(waiting(task, groupsOf(task)));
        } catch (NullValueException done) {
            return Optional.empty();
        }
    }

    private static Waiting waiting(Task task, List<String> groups) {
        Optional<UserTask> kind = UserTask.withId(task.getTaskDefinitionKey());
        return new Waiting(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                kind.map(UserTask::step).orElse(null),
                task.getAssignee(),
                groups,
                task.getCreateTime().toInstant(),
                instant(task.getDueDate()));
    }

    private List<String> groupsOf(Task task) {
        return taskService.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
