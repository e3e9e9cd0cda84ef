package io.rakegate.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.rakegate.identity.Browser;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every operation that there is: of ours and of the engine as described, and of its web applications as registered. */
final class Operations {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> OFTEN_ASKED = List.of("sortBy", "sortOrder", "firstResult", "maxResults");

    private Operations() {}

    /** Ours, from the description that the application gives. */
    static List<Operation> ours(int port) throws IOException {
        String description =
                Browser.basic(port, "GET", "/v3/api-docs", "admin", "admin", "").body();
        return Operation.of("", JSON.readTree(description));
    }

    /** The engine's, from the description that it ships with, at a door of its. */
    static List<Operation> ofTheEngine(String door) throws IOException {
        try (InputStream description = Operations.class.getResourceAsStream("/openapi.json")) {
            return Operation.of(door, JSON.readTree(description));
        }
    }

    /** Of the engine's web applications, which nothing describes; logging out would end the run. */
    static List<Operation> ofTheWebApplications(Set<String> routes) {
        Map<String, JsonNode> query = new LinkedHashMap<>();
        OFTEN_ASKED.forEach(name -> query.put(name, MissingNode.getInstance()));
        List<Operation> operations = new ArrayList<>();
        for (String route : routes) {
            String method = route.substring(0, route.indexOf(' '));
            String path = route.substring(route.indexOf(' ') + 1);
            boolean theirs = path.matches("/camunda/api/(?:cockpit|tasklist|admin|welcome)/.*");
            if (theirs && !path.endsWith("/logout")) {
                String type = method.equals("GET") ? "" : "application/json";
                operations.add(new Operation(
                        "", method, path, query, type, MissingNode.getInstance(), MissingNode.getInstance()));
            }
        }
        return operations;
    }
}
