package io.rakegate.identity.engine;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.history.HistoricCaseInstance;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.batch.history.HistoricBatchEntity;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricProcessInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricTaskInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricVariableInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/**
 * The engine's authorization checks, and on top of them what no grant can give: work on a task that is not offered to
 * the acting person, and the deletion of instances, deployments or history.
 */
class StricterChecks extends AuthorizationCommandChecker {

    @Override
    public void checkTaskWork(TaskEntity task) {
        super.checkTaskWork(task);
        CandidatesOnly.check(task);
    }

    @Override
    public void checkReadTask(@Nullable TaskEntity task) {
        if (task == null) {
            throw new NotFoundException("There is no such task.");
        }
        super.checkReadTask(task);
    }

    /** The engine lets everybody suspend what is not there, and then stumbles over it. */
    @Override
    public void checkUpdateProcessDefinitionSuspensionStateById(String processDefinitionId) {
        if (Context.getCommandContext()
                        .getProcessDefinitionManager()
                        .findLatestProcessDefinitionById(processDefinitionId)
                == null) {
            throw new NotFoundException("There is no process definition '" + processDefinitionId + "'.");
        }
        super.checkUpdateProcessDefinitionSuspensionStateById(processDefinitionId);
    }

    @Override
    public void checkDeleteTask(TaskEntity task) {
        refuse("a task");
    }

    @Override
    public void checkDeleteProcessInstance(ExecutionEntity execution) {
        refuse("a process instance; withdraw the change instead");
    }

    @Override
    public void checkDeleteDeployment(String deploymentId) {
        refuse("a deployment; deploy a new version instead");
    }

    @Override
    public void checkDeleteProcessDefinitionById(String processDefinitionId) {
        refuse("a process definition; deploy a new version instead");
    }

    @Override
    public void checkDeleteProcessDefinitionByKey(String processDefinitionKey) {
        refuse("a process definition; deploy a new version instead");
    }

    @Override
    public void checkDeleteHistoricTaskInstance(HistoricTaskInstanceEntity task) {
        refuse("history");
    }

    @Override
    public void checkDeleteHistoricProcessInstance(HistoricProcessInstance instance) {
        refuse("history");
    }

    @Override
    public void checkDeleteHistoricCaseInstance(HistoricCaseInstance instance) {
        refuse("history");
    }

    @Override
    public void checkDeleteHistoricDecisionInstance(String decisionDefinitionKey) {
        refuse("history");
    }

    @Override
    public void checkDeleteHistoricDecisionInstance(HistoricDecisionInstance instance) {
        refuse("history");
    }

    @Override
    public void checkDeleteHistoricBatch(HistoricBatchEntity batch) {
        refuse("history");
    }

    @Override
    public void checkDeleteUserOperationLog(UserOperationLogEntry entry) {
        refuse("the operation log");
    }

    @Override
    public void checkUpdateUserOperationLog(UserOperationLogEntry entry) {
        CandidatesOnly.acting().ifPresent(actor -> {
            throw new AuthorizationException(
                    "The user '" + actor.getUserId() + "' may not annotate the operation log: nobody may change it.");
        });
    }

    @Override
    public void checkDeleteHistoricVariableInstance(HistoricVariableInstanceEntity variable) {
        refuse("history");
    }

    @Override
    public void checkDeleteHistoricVariableInstancesByProcessInstance(HistoricProcessInstanceEntity instance) {
        refuse("history");
    }

    private static void refuse(String what) {
        CandidatesOnly.acting().ifPresent(actor -> {
            throw new AuthorizationException(
                    "The user '" + actor.getUserId() + "' may not delete: nobody may delete " + what + ".");
        });
    }
}
