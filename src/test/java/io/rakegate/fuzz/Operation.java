package io.rakegate.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One operation of an interface, as its OpenAPI description has it.
 *
 * @param base what its paths begin with
 * @param method the HTTP method
 * @param path the path with its parameters in braces
 * @param query the names and schemas of its query parameters
 * @param type the media type of its body, empty if it takes none
 * @param body the schema of its body
 * @param description the whole description, which schemas refer to
 */
record Operation(
        String base,
        String method,
        String path,
        Map<String, JsonNode> query,
        String type,
        JsonNode body,
        JsonNode description) {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch", "options");

    /** Every operation of a description, in its order. */
    static List<Operation> of(String base, JsonNode description) {
        List<Operation> operations = new ArrayList<>();
        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    if (METHODS.contains(method.getKey())) {
                        operations.add(of(base, path.getKey(), method.getKey(), method.getValue(), description));
                    }
                }));
        return operations;
    }

    private static Operation of(String base, String path, String method, JsonNode operation, JsonNode description) {
        Map<String, JsonNode> query = new java.util.LinkedHashMap<>();
        for (JsonNode parameter : operation.path("parameters")) {
            JsonNode named = resolved(parameter, description);
            if (named.path("in").asText().equals("query")) {
                query.put(named.path("name").asText(), named.path("schema"));
            }
        }
        JsonNode content = resolved(operation.path("requestBody"), description).path("content");
        Iterator<String> types = content.fieldNames();
        String type = types.hasNext() ? types.next() : "";
        JsonNode body = content.path(type).path("schema");
        return new Operation(base, method.toUpperCase(java.util.Locale.ROOT), path, query, type, body, description);
    }

    /** What a schema is, with its references followed. */
    JsonNode resolved(JsonNode schema) {
        return resolved(schema, description);
    }

    private static JsonNode resolved(JsonNode schema, JsonNode description) {
        JsonNode at = schema;
        while (at.has("$ref")) {
            at = description.at(at.path("$ref").asText().substring(1));
        }
        return at;
    }

    @Override
    public String toString() {
        return method + " " + base + path;
    }
}
