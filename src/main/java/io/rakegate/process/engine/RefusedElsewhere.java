package io.rakegate.process.engine;

import io.rakegate.process.RefusedActs;
import java.util.List;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.oplog.UserOperationLogContext;
import org.camunda.bpm.engine.impl.oplog.UserOperationLogContextEntryBuilder;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;

/** Keeps in the operation log what was refused to somebody who acted on GitHub. */
final class RefusedElsewhere implements RefusedActs {

    @Override
    public void keep(DelegateExecution change, String sentence) {
        ExecutionEntity instance = (ExecutionEntity) change.getProcessInstance();
        UserOperationLogContext log = new UserOperationLogContext();
        log.addEntry(UserOperationLogContextEntryBuilder.entry(RefusalRecord.OPERATION, EntityTypes.PROCESS_INSTANCE)
                .inContextOf(instance, List.of(new PropertyChange(RefusalRecord.PROPERTY, null, sentence)))
                .category(UserOperationLogEntry.CATEGORY_TASK_WORKER)
                .create());
        write(Context.getCommandContext(), log);
    }

    /** The engine keeps no operation log in jobs, where nobody acts as a rule. */
    private static void write(CommandContext context, UserOperationLogContext log) {
        boolean kept = context.isUserOperationLogEnabled();
        context.enableUserOperationLog();
        try {
            context.getOperationLogManager().logUserOperations(log);
        } finally {
            if (!kept) {
                context.disableUserOperationLog();
            }
        }
    }
}
