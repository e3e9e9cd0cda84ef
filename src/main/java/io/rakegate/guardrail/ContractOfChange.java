package io.rakegate.guardrail;

import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.Outcome;
import io.rakegate.process.catalogue.UserTask;
import io.rakegate.process.catalogue.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** What the ten steps keep, however they are drawn: their tasks, whom these are for, and what no path goes around. */
final class ContractOfChange {

    private static final Map<UserTask, Variable<String>> FOR = Map.of(
            UserTask.APPROVE_AS_ENGINEERING_LEAD, ChangeVariables.LEADS_GROUP,
            UserTask.APPROVE_AS_CONSOLE_SERVICES, ChangeVariables.CONSOLE_SERVICES_GROUP,
            UserTask.RUN_IN_PRODUCTION, ChangeVariables.PROD_OPERATORS_GROUP,
            UserTask.RUN_BACKOUT, ChangeVariables.PROD_OPERATORS_GROUP,
            UserTask.ARRANGE_OPERATOR, ChangeVariables.PLATFORM_LEADERSHIP_GROUP);

    private static final Map<String, List<String>> NO_WAY_AROUND = noWayAround();

    private final String file;
    private final List<Element> elements;
    private final List<Finding> findings = new ArrayList<>();

    ContractOfChange(String file, List<Element> elements) {
        this.file = file;
        this.elements = elements;
    }

    /** What the diagram does not keep. */
    List<Finding> check() {
        Map<String, Element> byId = elements.stream()
                .filter(element -> AllowedContent.BPMN.equals(element.getNamespaceURI()))
                .filter(element -> !element.getAttribute("id").isEmpty())
                .collect(Collectors.toMap(
                        element -> element.getAttribute("id"), element -> element, (one, other) -> one));
        for (UserTask task : UserTask.values()) {
            Element drawn = byId.get(task.id());
            if (drawn == null || !drawn.getLocalName().equals("userTask")) {
                add(task.id(), "This task is missing. Integrations and rules know it by its id; draw it again.");
            } else if (FOR.containsKey(task)) {
                requireGroup(drawn, FOR.get(task));
            }
        }
        for (Outcome outcome : Outcome.values()) {
            if (!byId.containsKey(outcome.id())) {
                add(outcome.id(), "This end event is missing: by it a change is known to be " + outcome.words() + ".");
            }
        }
        NO_WAY_AROUND.forEach(this::requireOnEveryPath);
        return findings;
    }

    private void requireGroup(Element task, Variable<String> group) {
        String wanted = "${" + group.name() + "}";
        if (!wanted.equals(task.getAttributeNS(AllowedContent.CAMUNDA, "candidateGroups"))) {
            add(
                    task.getAttribute("id"),
                    "This task is for " + wanted + " and nobody else: set its candidate groups so.");
        }
    }

    private void requireOnEveryPath(String target, List<String> gates) {
        Flow flow = new Flow(elements);
        for (String gate : gates) {
            if (flow.reaches(target, gate)) {
                add(
                        target,
                        "There is a way to this step that does not come through " + gate + ". Draw none around it.");
            }
        }
    }

    private void add(String element, String sentence) {
        findings.add(new Finding(file, element, sentence));
    }

    private static Map<String, List<String>> noWayAround() {
        String lead = UserTask.APPROVE_AS_ENGINEERING_LEAD.id();
        String console = UserTask.APPROVE_AS_CONSOLE_SERVICES.id();
        List<String> approved = List.of(
                lead,
                console,
                "Task_VerifyEngineeringLeadReview",
                "Task_VerifyConsoleServicesReview",
                "Task_CheckApprovalDocuments");
        List<String> ready = new ArrayList<>(approved);
        ready.addAll(List.of(
                "Task_VerifyMerge",
                UserTask.UPLOAD_STAGING_EVIDENCE.id(),
                "Task_CheckSchedulingDocuments",
                UserTask.SCHEDULE_PRODUCTION_RUN.id(),
                "Task_AnnounceProductionRun"));
        Map<String, List<String>> gates = new LinkedHashMap<>();
        gates.put(lead, List.of("Task_CheckPullRequest", "Task_CheckAnswers", "Task_CheckApprovalDocuments"));
        gates.put(console, List.of("Task_CheckPullRequest", "Task_CheckAnswers", "Task_CheckApprovalDocuments"));
        gates.put("Task_OpenMergeGate", approved);
        gates.put(UserTask.RUN_IN_PRODUCTION.id(), ready);
        gates.put(
                Outcome.COMPLETED.id(),
                List.of(UserTask.RUN_IN_PRODUCTION.id(), "Task_CheckClosingDocuments", "Task_AnnounceCompletion"));
        return gates;
    }
}
