package io.rakegate.audit.keep.engine;

import io.rakegate.process.catalogue.ProdDbChange;
import java.util.Date;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.DefaultHistoryRemovalTimeProvider;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricProcessInstanceEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * When the engine's cleanup may take the history of a change: never, until its bundle is archived, and from then on when
 * its {@code historyTimeToLive} has passed since its end.
 */
@Component
public class HistoryRetention {

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;

    HistoryRetention(ObjectProvider<ProcessEngineConfigurationImpl> engine) {
        this.engine = engine;
    }

    /**
     * Lets the cleanup take the history of an archived change one day. Runs in the caller's transaction.
     *
     * @param instance the engine's id of the change, which has ended
     */
    public void release(String instance) {
        engine.getObject().getCommandExecutorTxRequired().execute(context -> release(context, instance));
    }

    private static @Nullable Void release(CommandContext context, String instance) {
        HistoricProcessInstanceEntity ended =
                context.getHistoricProcessInstanceManager().findHistoricProcessInstance(instance);
        if (ended == null || ended.getEndTime() == null) {
            throw new IllegalStateException("The change " + instance + " has not ended");
        }
        Integer days = context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(ended.getProcessDefinitionId())
                .getHistoryTimeToLive();
        if (days != null) {
            Date due = DefaultHistoryRemovalTimeProvider.determineRemovalTime(ended.getEndTime(), days);
            context.getHistoricDecisionInstanceManager()
                    .addRemovalTimeToDecisionsByRootProcessInstanceId(instance, due);
            context.getHistoricProcessInstanceManager()
                    .addRemovalTimeToProcessInstancesByRootProcessInstanceId(instance, due);
        }
        return null;
    }

    /** Gives no change a time at which its history is removed. */
    static final class NotByItself extends DefaultHistoryRemovalTimeProvider {

        @Override
        public @Nullable Date calculateRemovalTime(
                HistoricProcessInstanceEventEntity instance, ProcessDefinition definition) {
            boolean change = ProdDbChange.KEY.equals(definition.getKey());
            return change ? null : super.calculateRemovalTime(instance, definition);
        }
    }
}
