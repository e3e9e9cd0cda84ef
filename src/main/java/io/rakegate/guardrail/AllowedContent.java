package io.rakegate.guardrail;

import io.rakegate.identity.DiagramExpressions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/**
 * What a diagram may consist of. It is a list of what is allowed, not of what is forbidden: scripts, classes,
 * connectors, work for outside workers, listeners and mappings that can hold code are simply not on it.
 */
final class AllowedContent {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private static final Set<String> DRAWING = Set.of(
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI",
            "http://bpmn.io/schema/bpmn/biocolor/1.0",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0",
            "http://camunda.org/schema/modeler/1.0",
            "http://www.w3.org/2000/xmlns/",
            "http://www.w3.org/2001/XMLSchema-instance");

    private static final Set<String> ELEMENTS = Set.of(
            "definitions",
            "collaboration",
            "participant",
            "process",
            "documentation",
            "extensionElements",
            "laneSet",
            "lane",
            "flowNodeRef",
            "startEvent",
            "endEvent",
            "userTask",
            "manualTask",
            "serviceTask",
            "callActivity",
            "subProcess",
            "boundaryEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "exclusiveGateway",
            "parallelGateway",
            "inclusiveGateway",
            "eventBasedGateway",
            "sequenceFlow",
            "conditionExpression",
            "incoming",
            "outgoing",
            "message",
            "error",
            "escalation",
            "messageEventDefinition",
            "errorEventDefinition",
            "escalationEventDefinition",
            "terminateEventDefinition",
            "timerEventDefinition",
            "timeDuration",
            "timeCycle",
            "timeDate",
            "textAnnotation",
            "text",
            "association",
            "group",
            "category",
            "categoryValue");

    private static final Set<String> CAMUNDA_ELEMENTS =
            Set.of("in", "properties", "property", "failedJobRetryTimeCycle");

    private static final Set<String> CAMUNDA_ATTRIBUTES = Set.of(
            "asyncBefore",
            "asyncAfter",
            "exclusive",
            "historyTimeToLive",
            "formKey",
            "formRef",
            "formRefBinding",
            "assignee",
            "candidateGroups",
            "delegateExpression",
            "calledElementBinding",
            "errorMessage",
            "jobPriority",
            "priority",
            "versionTag",
            "dueDate");

    private static final Set<String> OF_CAMUNDA_ELEMENTS = Set.of("source", "target", "businessKey", "name", "value");

    private static final Set<String> WITH_EXPRESSIONS =
            Set.of("conditionExpression", "timeDuration", "timeCycle", "timeDate", "in", "failedJobRetryTimeCycle");

    private AllowedContent() {}

    /** What is not allowed in a diagram. */
    static List<Finding> check(String file, List<Element> elements) {
        List<Finding> findings = new ArrayList<>();
        for (Element element : elements) {
            if (!isAllowed(element)) {
                findings.add(new Finding(file, SafeXml.nameOf(element), """
                        <%s> is not something a diagram here may contain. Scripts, connectors, listeners, outside \
                        workers and mappings with code are left to the application.""".formatted(element.getTagName())));
            } else {
                attributes(file, element, findings);
                text(file, element, findings);
            }
        }
        return findings;
    }

    private static boolean isAllowed(Element element) {
        String namespace = String.valueOf(element.getNamespaceURI());
        return switch (namespace) {
            case BPMN -> ELEMENTS.contains(element.getLocalName());
            case CAMUNDA -> CAMUNDA_ELEMENTS.contains(element.getLocalName());
            default -> DRAWING.contains(namespace);
        };
    }

    private static void attributes(String file, Element element, List<Finding> findings) {
        NamedNodeMap all = element.getAttributes();
        for (int i = 0; i < all.getLength(); i++) {
            Attr attribute = (Attr) all.item(i);
            if (!isAllowed(element, attribute)) {
                findings.add(new Finding(file, SafeXml.nameOf(element), """
                        The attribute %s is not allowed: what a step does is a bean of the catalogue, by \
                        camunda:delegateExpression.""".formatted(attribute.getName())));
            } else if (!DiagramExpressions.isHarmless(attribute.getValue())) {
                findings.add(expression(file, element, attribute.getValue()));
            }
        }
    }

    private static boolean isAllowed(Element element, Attr attribute) {
        String namespace = attribute.getNamespaceURI();
        if (namespace == null) {
            // a condition in another language than that of expressions is a script
            return !attribute.getName().equals("language")
                    && (!CAMUNDA.equals(element.getNamespaceURI())
                            || OF_CAMUNDA_ELEMENTS.contains(attribute.getName()));
        }
        return DRAWING.contains(namespace)
                || (CAMUNDA.equals(namespace) && CAMUNDA_ATTRIBUTES.contains(attribute.getLocalName()));
    }

    private static void text(String file, Element element, List<Finding> findings) {
        String text = element.getTextContent().strip();
        if (WITH_EXPRESSIONS.contains(element.getLocalName()) && !DiagramExpressions.isHarmless(text)) {
            findings.add(expression(file, element, text));
        }
    }

    private static Finding expression(String file, Element element, String text) {
        return new Finding(file, SafeXml.nameOf(element), """
                The expression %s does more than read one variable, such as ${creator}, or compare it, such as \
                ${stagingOutcome == 'passed'}.""".formatted(text));
    }
}
