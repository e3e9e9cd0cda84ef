package io.rakegate.process.listener;

import io.rakegate.process.catalogue.ProdDbChange;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Adds the built-in listeners to every process that is deployed or loaded. */
@Component
class BuiltInListeners extends AbstractProcessEnginePlugin {

    private final ChangeStarts changeStarts;
    private final UserTaskCreated created;
    private final UserTaskAssigned assigned;
    private final UserTaskCompleted completed;

    BuiltInListeners(
            @Lazy ChangeStarts changeStarts,
            @Lazy UserTaskCreated created,
            @Lazy UserTaskAssigned assigned,
            @Lazy UserTaskCompleted completed) {
        this.changeStarts = changeStarts;
        this.created = created;
        this.assigned = assigned;
        this.completed = completed;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener> listeners =
                configuration.getCustomPreBPMNParseListeners();
        List<org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener> more =
                listeners == null ? new ArrayList<>() : new ArrayList<>(listeners);
        more.add(new AddThem());
        configuration.setCustomPreBPMNParseListeners(more);
    }

    private final class AddThem extends AbstractBpmnParseListener {

        @Override
        public void parseProcess(Element element, ProcessDefinitionEntity process) {
            if (ProdDbChange.KEY.equals(process.getKey())) {
                process.addBuiltInListener(ExecutionListener.EVENTNAME_START, changeStarts);
            }
        }

        @Override
        public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, created);
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, assigned);
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, completed);
        }
    }
}
