package io.rakegate.sandbox.github.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rakegate.sandbox.github.Refusal;

/** Errors on the wire. */
final class ErrorJson {

    private ErrorJson() {}

    static ObjectNode of(int status, String message) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("message", message)
                .put("documentation_url", "https://docs.github.com/rest")
                .put("status", Integer.toString(status));
    }

    static ObjectNode of(Refusal refusal) {
        ObjectNode json = of(refusal.status(), refusal.sentence());
        if (!refusal.errors().isEmpty()) {
            ArrayNode errors = json.putArray("errors");
            refusal.errors().forEach(error -> {
                ObjectNode one =
                        errors.addObject().put("resource", error.resource()).put("code", error.code());
                if (error.field() != null) {
                    one.put("field", error.field());
                }
                if (error.message() != null) {
                    one.put("message", error.message());
                }
            });
        }
        return json;
    }
}
