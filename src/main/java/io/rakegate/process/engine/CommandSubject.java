package io.rakegate.process.engine;

import java.lang.reflect.Field;
import java.util.Optional;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

/** What a command is about. The engine's commands keep the ids to themselves, in fields that are named alike. */
record CommandSubject(@Nullable String taskId, @Nullable String processInstanceId) {

    static CommandSubject of(Command<?> command) {
        String instance = read(command, "processInstanceId");
        return new CommandSubject(read(command, "taskId"), instance == null ? read(command, "executionId") : instance);
    }

    /** The task, where the command is about one that is open. For use inside a command. */
    Optional<TaskEntity> task() {
        return Optional.ofNullable(taskId)
                .map(id -> Context.getCommandContext().getTaskManager().findTaskById(id));
    }

    /** The execution, where the command is about one. For use inside a command. */
    Optional<ExecutionEntity> execution() {
        return Optional.ofNullable(processInstanceId)
                .map(id -> Context.getCommandContext().getExecutionManager().findExecutionById(id));
    }

    private static @Nullable String read(Command<?> command, String name) {
        Field field = ReflectionUtils.findField(command.getClass(), name, String.class);
        if (field == null) {
            return null;
        }
        ReflectionUtils.makeAccessible(field);
        String id = (String) ReflectionUtils.getField(field, command);
        // what no id can be is not worth a question to the database, which would not take it
        return id != null && id.chars().noneMatch(Character::isISOControl) ? id : null;
    }
}
