package io.rakegate.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Notes every node and every flow that any test of this run came through. */
final class Walked extends AbstractProcessEnginePlugin {

    static final Set<String> NODES_AND_FLOWS = new ConcurrentSkipListSet<>();

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<BpmnParseListener> before = engine.getCustomPostBPMNParseListeners();
        List<BpmnParseListener> all = new ArrayList<>(before == null ? List.of() : before);
        all.add(new NoteThem());
        engine.setCustomPostBPMNParseListeners(all);
    }

    private static final class NoteThem extends AbstractBpmnParseListener {

        @Override
        public void parseRootElement(Element root, List<ProcessDefinitionEntity> processes) {
            processes.forEach(process -> process.getActivities().forEach(this::note));
        }

        private void note(ActivityImpl activity) {
            activity.addListener(ExecutionListener.EVENTNAME_START, walked(activity.getId()));
            activity.getOutgoingTransitions()
                    .forEach(flow -> ((TransitionImpl) flow)
                            .addListener(ExecutionListener.EVENTNAME_TAKE, walked(flow.getId())));
            activity.getActivities().forEach(this::note);
        }

        private static ExecutionListener walked(String id) {
            return execution -> NODES_AND_FLOWS.add(id);
        }
    }
}
