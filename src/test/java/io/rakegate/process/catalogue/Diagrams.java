package io.rakegate.process.catalogue;

import java.io.File;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.TimeCycle;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What stands in the diagrams of {@code processes/}. */
final class Diagrams {

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{\\s*(\\w+)");
    private static final Pattern LITERAL = Pattern.compile("(\\w+) == '(\\w+)'");
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private final List<BpmnModelInstance> models;

    Diagrams() {
        File[] files = new File("processes").listFiles((folder, name) -> name.endsWith(".bpmn"));
        models = Stream.of(files).map(Bpmn::readModelFromFile).toList();
    }

    <T extends ModelElementInstance> List<T> all(Class<T> kind) {
        return models.stream()
                .flatMap(model -> model.getModelElementsByType(kind).stream())
                .toList();
    }

    List<FlowElement> activities() {
        return Stream.of(all(UserTask.class), all(ServiceTask.class), all(CallActivity.class))
                .flatMap(Collection::stream)
                .map(FlowElement.class::cast)
                .toList();
    }

    List<String> processes() {
        return all(Process.class).stream().map(Process::getId).toList();
    }

    List<String> messages() {
        return all(Message.class).stream().map(Message::getName).toList();
    }

    /** The start event of the diagrams that people start. */
    StartEvent startByPeople() {
        return all(StartEvent.class).stream()
                .filter(start -> start.getAttributeValueNs(CAMUNDA, "formRef") != null)
                .findFirst()
                .orElseThrow();
    }

    /** Ids of the end events that end the whole change. */
    Set<String> endsOfChanges() {
        return all(EndEvent.class).stream()
                .filter(end -> terminates(end) || isLastOfInterruption(end))
                .map(EndEvent::getId)
                .collect(Collectors.toSet());
    }

    private static boolean terminates(EndEvent end) {
        return end.getEventDefinitions().stream().anyMatch(TerminateEventDefinition.class::isInstance);
    }

    private static boolean isLastOfInterruption(EndEvent end) {
        return end.getParentElement() instanceof SubProcess part
                && part.triggeredByEvent()
                && part.getChildElementsByType(StartEvent.class).stream().allMatch(StartEvent::isInterrupting);
    }

    /** The values that conditions compare a variable with, by variable. */
    Map<String, Set<String>> comparisons() {
        Map<String, Set<String>> found = new TreeMap<>();
        conditions().forEach(condition -> {
            Matcher matcher = LITERAL.matcher(condition);
            if (matcher.find()) {
                found.computeIfAbsent(matcher.group(1), variable -> new TreeSet<>())
                        .add(matcher.group(2));
            }
        });
        return found;
    }

    private List<String> conditions() {
        return all(SequenceFlow.class).stream()
                .filter(flow -> flow.getConditionExpression() != null)
                .map(flow -> flow.getConditionExpression().getTextContent())
                .toList();
    }

    /** Every name that an expression of the diagrams begins with: variables and beans. */
    Set<String> namesInExpressions() {
        List<String> texts = new ArrayList<>(conditions());
        all(TimeCycle.class).forEach(cycle -> texts.add(cycle.getTextContent()));
        all(UserTask.class).forEach(task -> texts.add(task.getCamundaAssignee() + task.getCamundaCandidateGroups()));
        Set<String> names = texts.stream().flatMap(Diagrams::namesIn).collect(Collectors.toCollection(TreeSet::new));
        all(CamundaIn.class).stream()
                .filter(in -> in.getCamundaSource() != null)
                .forEach(in -> names.addAll(List.of(in.getCamundaSource(), in.getCamundaTarget())));
        all(StartEvent.class).stream()
                .map(StartEvent::getCamundaInitiator)
                .filter(initiator -> initiator != null)
                .forEach(names::add);
        return names;
    }

    static Stream<String> namesIn(String text) {
        return EXPRESSION.matcher(text).results().map(found -> found.group(1));
    }

    /** Beans of service tasks by element id. */
    Map<String, String> beans() {
        return all(ServiceTask.class).stream()
                .collect(Collectors.toMap(
                        ServiceTask::getId,
                        task -> namesIn(task.getCamundaDelegateExpression())
                                .findFirst()
                                .orElse("")));
    }

    /** Every bean that something in the diagrams delegates to, events included. */
    Set<String> delegates() {
        Stream<String> ofTasks = all(ServiceTask.class).stream().map(ServiceTask::getCamundaDelegateExpression);
        Stream<String> ofEvents = all(MessageEventDefinition.class).stream()
                .map(MessageEventDefinition::getCamundaDelegateExpression)
                .filter(expression -> expression != null);
        return Stream.concat(ofTasks, ofEvents)
                .flatMap(Diagrams::namesIn)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The id of a user task's form: of a Camunda Form, or the name of an HTML form's file without its ending. */
    static String formOf(FlowElement element) {
        String formRef = element.getAttributeValueNs(CAMUNDA, "formRef");
        String formKey = element.getAttributeValueNs(CAMUNDA, "formKey");
        return formRef != null ? formRef : formKey.replaceAll(".*/|\\.html$", "");
    }
}
