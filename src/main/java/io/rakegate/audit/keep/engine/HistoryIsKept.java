package io.rakegate.audit.keep.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.SetAnnotationForOperationLog;
import org.camunda.bpm.engine.impl.batch.DeleteBatchCmd;
import org.camunda.bpm.engine.impl.batch.history.DeleteHistoricBatchCmd;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DeleteAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteDeploymentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteHistoricCaseInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteHistoricCaseInstancesBulkCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteHistoricProcessInstancesCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteHistoricTaskInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteHistoricVariableInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteHistoricVariableInstancesByProcessInstanceIdCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessDefinitionsByIdsCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessDefinitionsByKeyCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessInstanceCommentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessInstancesCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteTaskCommentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteUserOperationLogEntryCmd;
import org.camunda.bpm.engine.impl.cmd.HistoryCleanupCmd;
import org.camunda.bpm.engine.impl.cmd.PurgeDatabaseAndCacheCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.SetAnnotationForIncidentCmd;
import org.camunda.bpm.engine.impl.cmd.UpdateCommentCmd;
import org.camunda.bpm.engine.impl.cmd.UpdateDecisionDefinitionHistoryTimeToLiveCmd;
import org.camunda.bpm.engine.impl.cmd.UpdateProcessDefinitionHistoryTimeToLiveCmd;
import org.camunda.bpm.engine.impl.cmd.batch.DeleteHistoricProcessInstancesBatchCmd;
import org.camunda.bpm.engine.impl.cmd.batch.DeleteProcessInstanceBatchCmd;
import org.camunda.bpm.engine.impl.cmd.batch.removaltime.SetRemovalTimeToHistoricBatchesCmd;
import org.camunda.bpm.engine.impl.cmd.batch.removaltime.SetRemovalTimeToHistoricDecisionInstancesCmd;
import org.camunda.bpm.engine.impl.cmd.batch.removaltime.SetRemovalTimeToHistoricProcessInstancesCmd;
import org.camunda.bpm.engine.impl.cmmn.cmd.UpdateCaseDefinitionHistoryTimeToLiveCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.DeleteHistoricDecisionInstanceByDefinitionIdCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.DeleteHistoricDecisionInstanceByInstanceIdCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.DeleteHistoricDecisionInstancesBatchCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.DeleteHistoricDecisionInstancesBulkCmd;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Refuses every command by which a person could delete or change what happened, before anything else looks at it and
 * whatever the person is granted. Administrators are people too; the engine's own cleanup is nobody.
 */
final class HistoryIsKept extends CommandInterceptor {

    private static final Map<Class<?>, String> REFUSED = new HashMap<>();

    static {
        refuse(
                "What happened is kept, so nobody may delete history or choose when it is cleaned up: archived changes are, after their time.",
                List.of(
                        DeleteHistoricProcessInstancesCmd.class,
                        DeleteHistoricProcessInstancesBatchCmd.class,
                        DeleteHistoricTaskInstanceCmd.class,
                        DeleteHistoricVariableInstanceCmd.class,
                        DeleteHistoricVariableInstancesByProcessInstanceIdCmd.class,
                        DeleteHistoricCaseInstanceCmd.class,
                        DeleteHistoricCaseInstancesBulkCmd.class,
                        DeleteHistoricDecisionInstanceByDefinitionIdCmd.class,
                        DeleteHistoricDecisionInstanceByInstanceIdCmd.class,
                        DeleteHistoricDecisionInstancesBatchCmd.class,
                        DeleteHistoricDecisionInstancesBulkCmd.class,
                        DeleteHistoricBatchCmd.class,
                        DeleteBatchCmd.class,
                        HistoryCleanupCmd.class,
                        SetRemovalTimeToHistoricBatchesCmd.class,
                        SetRemovalTimeToHistoricDecisionInstancesCmd.class,
                        SetRemovalTimeToHistoricProcessInstancesCmd.class,
                        UpdateProcessDefinitionHistoryTimeToLiveCmd.class,
                        UpdateDecisionDefinitionHistoryTimeToLiveCmd.class,
                        UpdateCaseDefinitionHistoryTimeToLiveCmd.class));
        refuse(
                "What happened is kept, so nobody may change or delete what the logs say. Write a comment on the case instead.",
                List.of(
                        DeleteUserOperationLogEntryCmd.class,
                        SetAnnotationForOperationLog.class,
                        SetAnnotationForIncidentCmd.class));
        refuse(
                "What was said is kept, so nobody may change or delete a comment or an attachment. Write another comment instead.",
                List.of(
                        UpdateCommentCmd.class,
                        DeleteProcessInstanceCommentCmd.class,
                        DeleteTaskCommentCmd.class,
                        SaveAttachmentCmd.class,
                        DeleteAttachmentCmd.class));
        refuse(
                "What happened is kept, so nobody may delete a running case or task. Withdraw the change on its page instead.",
                List.of(
                        DeleteProcessInstanceCmd.class,
                        DeleteProcessInstancesCmd.class,
                        DeleteProcessInstanceBatchCmd.class,
                        DeleteTaskCmd.class));
        refuse(
                "Cases run on the diagrams that were in force for them, so nobody may delete a deployment or a process definition. Deploy a new version instead.",
                List.of(
                        DeleteDeploymentCmd.class,
                        DeleteProcessDefinitionsByIdsCmd.class,
                        DeleteProcessDefinitionsByKeyCmd.class,
                        PurgeDatabaseAndCacheCmd.class));
    }

    private final ProcessEngineConfigurationImpl engine;

    HistoryIsKept(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    private static void refuse(String sentence, List<Class<?>> commands) {
        commands.forEach(command -> REFUSED.put(command, sentence));
    }

    /** The commands that no person may give. */
    static Set<Class<?>> refused() {
        return Set.copyOf(REFUSED.keySet());
    }

    @Override
    public <T> T execute(Command<T> command) {
        String sentence = REFUSED.get(command.getClass());
        if (sentence != null) {
            Authentication acting = engine.getIdentityService().getCurrentAuthentication();
            if (acting != null && acting.getUserId() != null) {
                throw new AuthorizationException("The user '" + acting.getUserId() + "' may not do this. " + sentence);
            }
        }
        return next.execute(command);
    }
}
