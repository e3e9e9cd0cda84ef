package io.rakegate.guardrail;

import io.rakegate.identity.DiagramExpressions;
import io.rakegate.process.catalogue.ProdDbChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** That each step does what its name says: the bean of the same name, in a job of its own, with a form of ours. */
final class Wiring {

    private static final Map<String, String> SHARED = Map.of("Task_CheckPullRequestAgain", "checkPullRequest");

    /** What the processes beside the change may do; the change's own steps would run there with none of its gates before. */
    private static final Map<String, Set<String>> BESIDE_THE_CHANGE = Map.of(
            ProdDbChange.RECORD_EVIDENCE, Set.of("verifyEvidence", "reportEvidence"),
            ProdDbChange.OPEN_CHANGE_BY_ITSELF, Set.of("lookAtProposedPullRequest", "openChange", "sayHowToStart"));

    private static final String THROW_MESSAGE = "throwMessage";
    private static final String EMBEDDED_FORM = "embedded:deployment:processes/forms/[A-Za-z0-9_-]+\\.html";

    private final String file;
    private final Set<String> beans;
    private final List<Finding> findings = new ArrayList<>();

    Wiring(String file, Set<String> beans) {
        this.file = file;
        this.beans = beans;
    }

    /** What is wired wrongly. */
    List<Finding> check(List<Element> elements) {
        elements.stream()
                .filter(element -> AllowedContent.BPMN.equals(element.getNamespaceURI()))
                .forEach(element -> {
                    switch (element.getLocalName()) {
                        case "process" -> process(element);
                        case "serviceTask" -> serviceTask(element);
                        case "callActivity" -> callActivity(element);
                        case "userTask", "startEvent" -> form(element);
                        default -> message(element);
                    }
                });
        return findings;
    }

    private void process(Element process) {
        List<String> known =
                List.of(ProdDbChange.KEY, ProdDbChange.RECORD_EVIDENCE, ProdDbChange.OPEN_CHANGE_BY_ITSELF);
        if (!known.contains(process.getAttribute("id"))) {
            add(process, "Rakegate runs the processes " + String.join(", ", known) + "; this one has another id.");
        }
    }

    private void serviceTask(Element task) {
        String id = task.getAttribute("id");
        String bean = beanOf(task);
        String wanted = SHARED.getOrDefault(id, decapitalised(id.replaceFirst("^Task_", "")));
        if (!bean.equals(wanted) || !beans.contains(bean)) {
            add(
                    task,
                    "A service task names the bean of its own id, here camunda:delegateExpression=\"${" + wanted
                            + "}\", and that bean has to be in the catalogue.");
        }
        requireRightProcess(task, bean);
        requireJob(task);
    }

    private void requireRightProcess(Element task, String bean) {
        String process = processOf(task);
        Set<String> allowed = BESIDE_THE_CHANGE.getOrDefault(process, Set.of(bean));
        if (!allowed.contains(bean)) {
            add(
                    task,
                    process + " has no such step: it may have those of the beans "
                            + String.join(", ", new TreeSet<>(allowed))
                            + ". The steps of a change stand in " + ProdDbChange.KEY + ", behind its gates.");
        }
    }

    private static String processOf(Element element) {
        Node at = element;
        while (at instanceof Element inside && !"process".equals(inside.getLocalName())) {
            at = inside.getParentNode();
        }
        return at instanceof Element process ? process.getAttribute("id") : "";
    }

    private void callActivity(Element call) {
        boolean bound = ProdDbChange.RECORD_EVIDENCE.equals(call.getAttribute("calledElement"))
                && "deployment".equals(camunda(call, "calledElementBinding"));
        if (!bound) {
            add(call, "A call activity calls " + ProdDbChange.RECORD_EVIDENCE + " with the binding \"deployment\".");
        }
        requireJob(call);
    }

    private void requireJob(Element step) {
        if (!"true".equals(camunda(step, "asyncBefore"))) {
            add(step, "Set camunda:asyncBefore: what calls out runs in a job of its own, with its own retries.");
        }
    }

    private void form(Element element) {
        String key = camunda(element, "formKey");
        if (!key.isEmpty() && !key.matches(EMBEDDED_FORM)) {
            add(
                    element,
                    "A form stands in processes/forms and is deployed along: "
                            + "embedded:deployment:processes/forms/….html, or a Camunda Form by camunda:formRef.");
        }
        if (!camunda(element, "formRef").isEmpty() && !"deployment".equals(camunda(element, "formRefBinding"))) {
            add(
                    element,
                    "Bind the form with camunda:formRefBinding=\"deployment\", so that a running change keeps its.");
        }
    }

    private void message(Element element) {
        String bean = beanOf(element);
        boolean fits = bean.isEmpty()
                || (element.getLocalName().equals("messageEventDefinition") && bean.equals(THROW_MESSAGE));
        if (!fits) {
            add(element, "Only a message that is sent names a bean, ${" + THROW_MESSAGE + "}.");
        }
    }

    private static String beanOf(Element element) {
        String expression = camunda(element, "delegateExpression");
        return expression.isEmpty() ? "" : DiagramExpressions.nameIn(expression).orElse(expression);
    }

    private static String camunda(Element element, String name) {
        return element.getAttributeNS(AllowedContent.CAMUNDA, name);
    }

    private static String decapitalised(String name) {
        return name.isEmpty() ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private void add(Element element, String sentence) {
        findings.add(new Finding(file, SafeXml.nameOf(element), sentence));
    }
}
