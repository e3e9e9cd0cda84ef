package io.rakegate.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Every way over the engine's REST API in which somebody could try to delete or change what happened to a change. */
final class DeletionAttempts {

    private final Rakegate rakegate;
    private final String instance;
    private final List<Attempt> all = new ArrayList<>();

    /** One request. */
    record Attempt(String method, String path, Map<String, ?> body) {}

    DeletionAttempts(Rakegate rakegate, String instance, String taskId) {
        this.rakegate = rakegate;
        this.instance = instance;
        history();
        logs();
        casesAndDiagrams();
        remarks(taskId);
    }

    List<Attempt> all() {
        return all;
    }

    private void history() {
        String variable = first("/engine-rest/history/variable-instance?maxResults=1&processInstanceId=" + instance)
                .path("id")
                .asText();
        Map<String, ?> byId = Map.of("historicProcessInstanceIds", List.of(instance));
        add("DELETE", "/history/process-instance/" + instance, Map.of());
        add("DELETE", "/history/process-instance/" + instance + "/variable-instances", Map.of());
        add("POST", "/history/process-instance/delete", byId);
        add(
                "POST",
                "/history/process-instance/set-removal-time",
                Map.of(
                        "absoluteRemovalTime",
                        "2020-01-01T00:00:00.000+0000",
                        "hierarchical",
                        true,
                        "historicProcessInstanceIds",
                        List.of(instance)));
        add("POST", "/history/cleanup?immediatelyDue=true", Map.of());
        add("DELETE", "/history/variable-instance/" + variable, Map.of());
        add("DELETE", "/history/batch/any", Map.of());
        add("DELETE", "/batch/any?cascade=true", Map.of());
        add("POST", "/history/batch/set-removal-time", removalOf("historicBatchIds"));
        add("POST", "/history/decision-instance/delete", Map.of("historicDecisionInstanceIds", List.of("any")));
        add("POST", "/history/decision-instance/set-removal-time", removalOf("historicDecisionInstanceIds"));
    }

    private static Map<String, ?> removalOf(String ids) {
        return Map.of("clearedRemovalTime", true, ids, List.of("any"));
    }

    private void logs() {
        String operation = first("/engine-rest/history/user-operation?maxResults=1&processInstanceId=" + instance)
                .path("operationId")
                .asText();
        add("PUT", "/history/user-operation/" + operation + "/set-annotation", Map.of("annotation", "It was fine."));
        add("PUT", "/history/user-operation/" + operation + "/clear-annotation", Map.of());
    }

    private void casesAndDiagrams() {
        JsonNode definition = rakegate.get("admin", "/engine-rest/process-definition/key/ProdDbChange")
                .accepted();
        String id = definition.path("id").asText();
        add("DELETE", "/process-instance/" + instance + "?skipCustomListeners=true&skipIoMappings=true", Map.of());
        add("POST", "/process-instance/delete", Map.of("processInstanceIds", List.of(instance), "deleteReason", "x"));
        add(
                "POST",
                "/process-instance/delete-historic-query-based",
                Map.of("historicProcessInstanceQuery", Map.of("processInstanceIds", List.of(instance))));
        add("DELETE", "/deployment/" + definition.path("deploymentId").asText() + "?cascade=true", Map.of());
        add("DELETE", "/process-definition/" + id + "?cascade=true", Map.of());
        add("DELETE", "/process-definition/key/ProdDbChange?cascade=true", Map.of());
        add("PUT", "/process-definition/" + id + "/history-time-to-live", Map.of("historyTimeToLive", 0));
    }

    private void remarks(String taskId) {
        String comment = rakegate.post(
                        "creator", "/engine-rest/task/" + taskId + "/comment/create", Map.of("message", "As I said."))
                .accepted()
                .path("id")
                .asText();
        add("DELETE", "/task/" + taskId, Map.of());
        add("DELETE", "/task/" + taskId + "/comment/" + comment, Map.of());
        add("DELETE", "/task/" + taskId + "/comment", Map.of());
        add("PUT", "/task/" + taskId + "/comment", Map.of("id", comment, "message", "As I never said."));
        add("DELETE", "/process-instance/" + instance + "/comment", Map.of());
    }

    private JsonNode first(String path) {
        return rakegate.get("admin", path).accepted().path(0);
    }

    private void add(String method, String path, Map<String, ?> body) {
        all.add(new Attempt(method, "/engine-rest" + path, body));
    }
}
