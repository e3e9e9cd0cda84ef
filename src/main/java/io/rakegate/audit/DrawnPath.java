package io.rakegate.audit;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * What of a diagram a change came through, by element id.
 *
 * @param passed the elements that it has left, but for those that were cut short, and the flows; a flow only where the
 *     history leaves no doubt that it was taken
 * @param present the elements at which it is now
 */
public record DrawnPath(Set<String> passed, Set<String> present) {

    public DrawnPath {
        passed = Collections.unmodifiableSet(new TreeSet<>(passed));
        present = Collections.unmodifiableSet(new TreeSet<>(present));
    }

    static DrawnPath of(BpmnModelInstance model, List<HistoricActivityInstance> activities) {
        Set<String> present = activities.stream()
                .filter(one -> one.getEndTime() == null)
                .map(HistoricActivityInstance::getActivityId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> reached = activities.stream()
                .map(HistoricActivityInstance::getActivityId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> passed = activities.stream()
                .filter(one -> one.getEndTime() != null && !one.isCanceled())
                .map(HistoricActivityInstance::getActivityId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        passed.removeAll(present);
        model.getModelElementsByType(SequenceFlow.class).stream()
                .filter(flow -> taken(flow, reached))
                .forEach(flow -> passed.add(flow.getId()));
        return new DrawnPath(passed, present);
    }

    /**
     * The elements of the main path and of the ways out: everything but what looks and reminds beside it, again and
     * again, for as long as a change runs.
     */
    static Set<String> mainPath(BpmnModelInstance model) {
        return model.getModelElementsByType(FlowNode.class).stream()
                .filter(node -> !isBeside(node))
                .map(FlowNode::getId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean isBeside(ModelElementInstance element) {
        if (element instanceof SubProcess scope && scope.triggeredByEvent() && !interrupts(scope)) {
            return true;
        }
        ModelElementInstance parent = element.getParentElement();
        return parent != null && !(parent instanceof Process) && isBeside(parent);
    }

    private static boolean interrupts(SubProcess scope) {
        return scope.getChildElementsByType(StartEvent.class).stream().allMatch(StartEvent::isInterrupting);
    }

    /** The history has no flows, so it says which one was taken only if there was no other between the two elements. */
    private static boolean taken(SequenceFlow flow, Set<String> reached) {
        FlowNode source = flow.getSource();
        FlowNode target = flow.getTarget();
        boolean ends = reached.contains(source.getId()) && reached.contains(target.getId());
        return ends
                && (source.getOutgoing().size() == 1
                        || source instanceof ParallelGateway
                        || onlyWayIn(target.getIncoming(), reached));
    }

    private static boolean onlyWayIn(Collection<SequenceFlow> incoming, Set<String> reached) {
        return incoming.stream()
                        .filter(flow -> reached.contains(flow.getSource().getId()))
                        .count()
                == 1;
    }
}
