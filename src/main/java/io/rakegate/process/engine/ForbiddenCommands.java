package io.rakegate.process.engine;

import io.rakegate.process.catalogue.CatalogueWrite;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.batch.RestartProcessInstancesBatchCmd;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractCorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractModificationCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractPatchVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractRemoveVariableCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractRestartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetVariableCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.EvaluateStartConditionCmd;
import org.camunda.bpm.engine.impl.cmd.ExternalTaskCmd;
import org.camunda.bpm.engine.impl.cmd.FetchExternalTasksCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.MessageEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceAsyncCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.impl.cmd.SetProcessDefinitionVersionCmd;
import org.camunda.bpm.engine.impl.cmd.SignalCmd;
import org.camunda.bpm.engine.impl.cmd.SignalEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.cmd.batch.CorrelateAllMessageBatchCmd;
import org.camunda.bpm.engine.impl.cmd.batch.variables.SetVariablesToProcessInstancesBatchCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.migration.AbstractMigrationCmd;

/**
 * What nobody does to a change by hand, whatever they are granted: a change moves by its tasks, its jobs and what it
 * hears from GitHub. Our own code uses some of these, but through the catalogue, inside a command of
 * its own, or for nobody in particular.
 */
final class ForbiddenCommands extends CommandInterceptor {

    private static final String MOVE =
            "A change moves by its tasks alone: nobody moves, restarts or migrates it by hand.";
    private static final String WRITE = "Nobody writes the variables of a change by hand: complete its task instead.";
    private static final String TELL = "Nobody gives a change a message or signal by hand: it looks at GitHub itself.";
    private static final String WAY_OUT = "A task is completed, claimed or given back; it has no other way out.";
    private static final String STOP =
            "A job that failed is tried again, now: nobody stops a job by hand or moves its time, a timer's least of all.";
    private static final String WORKER = "No change has work for outside workers.";
    private static final Map<Class<?>, String> FORBIDDEN = forbidden();

    private final ProcessEngineConfigurationImpl engine;

    ForbiddenCommands(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (Context.getCommandContext() == null && somebodyActs() && !CatalogueWrite.isGoingOn()) {
            sentenceFor(command).ifPresent(sentence -> {
                throw new AuthorizationException(sentence);
            });
        }
        return next.execute(command);
    }

    private boolean somebodyActs() {
        Authentication acting = engine.getIdentityService().getCurrentAuthentication();
        return acting != null && acting.getUserId() != null;
    }

    private static Optional<String> sentenceFor(Command<?> command) {
        if (command instanceof SetJobRetriesCmd retries && JobRetries.stopOrMove(retries)) {
            return Optional.of(STOP);
        }
        return FORBIDDEN.entrySet().stream()
                .filter(entry -> entry.getKey().isInstance(command))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Map<Class<?>, String> forbidden() {
        Map<Class<?>, String> all = new LinkedHashMap<>();
        all.put(StartProcessInstanceAtActivitiesCmd.class, "A change starts at its beginning, never in the middle.");
        all.put(EvaluateStartConditionCmd.class, "A change starts when somebody asks for it, never by a condition.");
        all.put(ModifyProcessInstanceCmd.class, MOVE);
        all.put(ModifyProcessInstanceAsyncCmd.class, MOVE);
        all.put(AbstractModificationCmd.class, MOVE);
        all.put(AbstractRestartProcessInstanceCmd.class, MOVE);
        all.put(RestartProcessInstancesBatchCmd.class, MOVE);
        all.put(AbstractMigrationCmd.class, MOVE);
        all.put(SetProcessDefinitionVersionCmd.class, MOVE);
        all.put(AbstractSetVariableCmd.class, WRITE);
        all.put(AbstractRemoveVariableCmd.class, WRITE);
        all.put(AbstractPatchVariablesCmd.class, WRITE);
        all.put(SetVariablesToProcessInstancesBatchCmd.class, WRITE);
        all.put(AbstractCorrelateMessageCmd.class, TELL);
        all.put(CorrelateAllMessageBatchCmd.class, TELL);
        all.put(MessageEventReceivedCmd.class, TELL);
        all.put(SignalEventReceivedCmd.class, TELL);
        all.put(SignalCmd.class, TELL);
        all.put(HandleTaskBpmnErrorCmd.class, WAY_OUT);
        all.put(HandleTaskEscalationCmd.class, WAY_OUT);
        all.put(ResolveTaskCmd.class, WAY_OUT);
        all.put(DeleteTaskCmd.class, WAY_OUT);
        all.put(ExternalTaskCmd.class, WORKER);
        all.put(FetchExternalTasksCmd.class, WORKER);
        return all;
    }
}
