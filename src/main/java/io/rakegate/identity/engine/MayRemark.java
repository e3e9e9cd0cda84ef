package io.rakegate.identity.engine;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a remark that does not go to a running case which the acting person sees and works in. The engine keeps a
 * remark under whatever case the caller names.
 */
final class MayRemark implements Command<Void> {

    private static final String NOT_THERE =
            "There is no such task and no such running change that you may see. Comment on a task that is open.";
    private static final String ELSEWHERE =
            "A comment on a task stands with the change of that task: send it without processInstanceId.";

    /** Both are found by their names, as in each of the engine's own commands. */
    private final @Nullable String taskId;

    private final @Nullable String processInstanceId;

    MayRemark(@Nullable String taskId, @Nullable String processInstanceId) {
        this.taskId = taskId;
        this.processInstanceId = processInstanceId;
    }

    @Override
    public @Nullable Void execute(CommandContext context) {
        ExecutionEntity running = context.getExecutionManager().findExecutionById(remarkedOn(context));
        if (running == null || !context.getTenantManager().isAuthenticatedTenant(running.getTenantId())) {
            throw new AuthorizationException(NOT_THERE);
        }
        context.getAuthorizationManager()
                .checkAuthorization(
                        Permissions.TASK_WORK,
                        Resources.PROCESS_DEFINITION,
                        running.getProcessDefinition().getKey());
        return null;
    }

    private String remarkedOn(CommandContext context) {
        TaskEntity task = taskId == null ? null : context.getTaskManager().findTaskById(taskId);
        String instance = taskId == null ? processInstanceId : task == null ? null : task.getProcessInstanceId();
        if (instance == null) {
            throw new AuthorizationException(NOT_THERE);
        }
        if (processInstanceId != null && !processInstanceId.equals(instance)) {
            throw new AuthorizationException(ELSEWHERE);
        }
        return instance;
    }
}
