package io.rakegate.audit.keep.engine;

import io.rakegate.process.catalogue.ProdDbChange;
import java.time.Duration;
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
 * its {@code historyTimeToLive}, or the time that is configured instead, has passed since its end.
 */
@Component
public class HistoryRetention {

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;
    private final CleanupProperties properties;

    HistoryRetention(ObjectProvider<ProcessEngineConfigurationImpl> engine, CleanupProperties properties) {
        this.engine = engine;
        this.properties = properties;
    }

    /**
     * Lets the cleanup take the history of an archived change one day. Runs in the caller's transaction.
     *
     * @param instance the engine's id of the change, which has ended
     */
    public void release(String instance) {
        engine.getObject().getCommandExecutorTxRequired().execute(context -> release(context, instance));
    }

    private @Nullable Void release(CommandContext context, String instance) {
        HistoricProcessInstanceEntity ended =
                context.getHistoricProcessInstanceManager().findHistoricProcessInstance(instance);
        if (ended == null || ended.getEndTime() == null) {
            throw new IllegalStateException("The change " + instance + " has not ended");
        }
        Duration configured = properties.keepFor();
        Integer days = configured == null
                ? ofTheDiagram(context, ended)
                : Integer.valueOf(Math.toIntExact(configured.toDays()));
        if (days != null) {
            Date due = DefaultHistoryRemovalTimeProvider.determineRemovalTime(ended.getEndTime(), days);
            context.getHistoricDecisionInstanceManager()
                    .addRemovalTimeToDecisionsByRootProcessInstanceId(instance, due);
            context.getHistoricProcessInstanceManager()
                    .addRemovalTimeToProcessInstancesByRootProcessInstanceId(instance, due);
        }
        return null;
    }

    private static @Nullable Integer ofTheDiagram(CommandContext context, HistoricProcessInstanceEntity ended) {
        return context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(ended.getProcessDefinitionId())
                .getHistoryTimeToLive();
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
