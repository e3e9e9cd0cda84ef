package io.rakegate.sandbox.github.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.rakegate.sandbox.github.Refusal;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a request's JSON. */
final class Field {

    private Field() {}

    static String required(JsonNode json, String resource, String field) {
        String text = optional(json, resource, field);
        if (text == null) {
            throw Refusal.invalid(resource, field, "missing_field");
        }
        return text;
    }

    static @Nullable String optional(JsonNode json, String resource, String field) {
        JsonNode value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw Refusal.invalid(resource, field, "invalid");
        }
        return value.textValue();
    }
}
