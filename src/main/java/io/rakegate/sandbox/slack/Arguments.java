package io.rakegate.sandbox.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** The arguments of a call, whether they came as a form, in the query, or as JSON. */
final class Arguments {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BEARER = "Bearer ";

    private final ObjectNode values;
    private final Optional<String> bearer;

    private Arguments(ObjectNode values, Optional<String> bearer) {
        this.values = values;
        this.bearer = bearer;
    }

    /** @throws Refused {@code invalid_json} if the body claims to be JSON and is not an object in it */
    static Arguments of(HttpServletRequest request) throws IOException {
        ObjectNode values = JSON.createObjectNode();
        request.getParameterMap().forEach((name, given) -> values.put(name, given[0]));
        String type = request.getContentType();
        if (type != null && MediaType.APPLICATION_JSON.includes(MediaType.parseMediaType(type))) {
            values.setAll(object(new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8)));
        }
        return new Arguments(values, bearer(request));
    }

    private static ObjectNode object(String body) {
        try {
            if (JSON.readTree(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw new Refused("invalid_json");
        }
        throw new Refused("json_not_object");
    }

    static Optional<String> bearer(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.startsWith(BEARER))
                .map(header -> header.substring(BEARER.length()).strip());
    }

    /** The token, from the header or, as Slack allows in forms, from the arguments. */
    Optional<String> token() {
        return bearer.or(() -> text("token"));
    }

    /** An argument as text; empty if it is missing or blank. */
    Optional<String> text(String name) {
        JsonNode value = values.path(name);
        return value.isValueNode() && !value.isNull()
                ? Optional.of(value.asText()).filter(text -> !text.isBlank())
                : Optional.empty();
    }

    /** A switch: {@code true} or {@code 1}. */
    boolean flag(String name, boolean otherwise) {
        return text(name).map(text -> text.equals("1") || text.equals("true")).orElse(otherwise);
    }

    /** How many items a page may have. */
    int limit(int otherwise, int most) {
        return text("limit")
                .map(text -> {
                    if (!text.matches("[1-9]\\d{0,8}")) {
                        throw new Refused("invalid_limit");
                    }
                    return Math.min(Integer.parseInt(text), most);
                })
                .orElse(otherwise);
    }

    /** A moment in Slack's form; {@code otherwise} if it is missing. */
    long micros(String name, String error, long otherwise) {
        return text(name)
                .map(text -> MessageTime.parse(text)
                        .orElseThrow(() -> new Refused(error))
                        .micros())
                .orElse(otherwise);
    }

    /** The metadata, which a form carries as JSON in a text; empty if there is none. */
    Optional<String> metadata() {
        JsonNode given = values.path("metadata");
        Optional<JsonNode> metadata =
                given.isTextual() ? text("metadata").map(Arguments::parsedMetadata) : Optional.of(given);
        return metadata.filter(node -> !node.isMissingNode() && !node.isNull()).map(node -> {
            if (!node.path("event_type").isTextual()
                    || !node.path("event_payload").isObject()) {
                throw new Refused("invalid_metadata_format");
            }
            return node.toString();
        });
    }

    private static JsonNode parsedMetadata(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new Refused("invalid_metadata_format");
        }
    }
}
