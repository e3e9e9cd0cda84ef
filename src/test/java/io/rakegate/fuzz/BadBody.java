package io.rakegate.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Random bodies, from nearly what an operation asks for to nonsense. */
final class BadBody {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEPTH = 4;

    /** More than a statement of PostgreSQL may have parameters. */
    private static final int ENDLESS = 70_000;

    private static final long[] NUMBERS = {0, 1, 5, -1, Integer.MAX_VALUE, Long.MIN_VALUE};

    private final Chance chance;

    BadBody(Chance chance) {
        this.chance = chance;
    }

    /** The body; null if the operation takes none and none is sent anyway. */
    byte[] of(Operation operation) {
        if (operation.type().isEmpty() && chance.percent(80)) {
            return null;
        }
        if (operation.type().startsWith("multipart/") && chance.percent(80)) {
            return parts(operation);
        }
        byte[] bytes = text(operation).getBytes(chance.oneIn(30) ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
        if (chance.oneIn(30) && bytes.length > 2) {
            bytes[chance.below(bytes.length)] = (byte) 0xff;
        }
        return bytes;
    }

    private String text(Operation operation) {
        return switch (chance.below(20)) {
            case 0 -> "";
            case 1 -> "{\"a\":";
            case 2 -> "[".repeat(5000) + "]".repeat(5000);
            case 3 -> "{\"name\":\"" + "z".repeat(1_100_000) + "\"}";
            case 4 -> "{\"or\":".repeat(900) + "{}" + "}".repeat(900);
            case 5 -> "null";
            case 6 -> "[1,\"2\",{\"3\":[]}]";
            case 7 -> "\"text\"";
            case 8 -> "{\"variables\":{\"x\":{\"value\":{\"a\":1},\"type\":\"Object\"},\"y\":7,\"z\":null}}";
            case 9 -> wrong(0).toString();
            default ->
                like(operation, operation.resolved(operation.body()), "", 0).toString();
        };
    }

    /** A form with files, well-formed more often than not. */
    private byte[] parts(Operation operation) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        operation.resolved(operation.body()).path("properties").fieldNames().forEachRemaining(name -> {
            if (chance.percent(80)) {
                String file =
                        chance.percent(50) ? "; filename=\"" + chance.text().replace("\"", "") + ".bpmn\"" : "";
                form.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"" + name + "\"" + file + "\r\n"
                                + (chance.percent(30) ? "Content-Type: application/json\r\n" : "") + "\r\n")
                        .getBytes(StandardCharsets.UTF_8));
                form.writeBytes(wrong(0).toString().getBytes(StandardCharsets.UTF_8));
                form.writeBytes(new byte[] {13, 10});
            }
        });
        form.writeBytes((chance.percent(80) ? "--b--\r\n" : "--b").getBytes(StandardCharsets.UTF_8));
        return form.toByteArray();
    }

    private JsonNode like(Operation operation, JsonNode schema, String name, int depth) {
        if (depth > DEPTH || chance.percent(12)) {
            return wrong(depth);
        }
        for (String several : List.of("allOf", "oneOf", "anyOf")) {
            if (schema.has(several)) {
                return allOf(operation, schema.path(several), name, depth);
            }
        }
        if (schema.has("properties")) {
            return object(operation, schema.path("properties"), depth);
        }
        if (schema.path("type").asText().equals("array")) {
            return array(operation, operation.resolved(schema.path("items")), name, depth);
        }
        if (schema.path("additionalProperties").isObject()) {
            JsonNode inner = operation.resolved(schema.path("additionalProperties"));
            return JSON.objectNode().set("x", like(operation, inner, name, depth + 1));
        }
        return scalar(name, schema);
    }

    private ObjectNode allOf(Operation operation, JsonNode parts, String name, int depth) {
        ObjectNode all = JSON.objectNode();
        for (JsonNode part : parts) {
            if (like(operation, operation.resolved(part), name, depth) instanceof ObjectNode object) {
                all.setAll(object);
            }
        }
        return all;
    }

    private ObjectNode object(Operation operation, JsonNode properties, int depth) {
        ObjectNode object = JSON.objectNode();
        properties.properties().forEach(property -> {
            if (chance.percent(Math.max(8, 300 / properties.size()))) {
                JsonNode inner = operation.resolved(property.getValue());
                object.set(property.getKey(), like(operation, inner, property.getKey(), depth + 1));
            }
        });
        return object;
    }

    private ArrayNode array(Operation operation, JsonNode items, String name, int depth) {
        ArrayNode array = JSON.arrayNode();
        if (items.path("type").asText().equals("string") && chance.oneIn(60)) {
            for (int i = 0; i < ENDLESS; i++) {
                array.add(Integer.toString(i));
            }
            return array;
        }
        for (int i = chance.oneIn(60) ? 300 : chance.below(3); i > 0; i--) {
            array.add(like(operation, items, name, depth + 1));
        }
        return array;
    }

    /** A value that stands by itself. */
    JsonNode scalar(String name, JsonNode schema) {
        if (schema.has("enum") && chance.percent(80)) {
            return schema.path("enum").get(chance.below(schema.path("enum").size()));
        }
        return switch (schema.path("type").asText()) {
            case "integer", "number" -> JSON.numberNode(NUMBERS[chance.below(NUMBERS.length)]);
            case "boolean" -> JSON.booleanNode(chance.percent(50));
            default -> JSON.textNode(chance.percent(60) ? chance.id(name) : chance.text());
        };
    }

    private JsonNode wrong(int depth) {
        return switch (chance.below(7)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.numberNode(chance.number());
            case 2 -> JSON.booleanNode(true);
            case 3 -> depth > DEPTH ? JSON.arrayNode() : JSON.arrayNode().add(wrong(depth + 1));
            case 4 ->
                depth > DEPTH
                        ? JSON.objectNode()
                        : JSON.objectNode().set(chance.percent(50) ? "value" : "id", wrong(depth + 1));
            default -> JSON.textNode(chance.text());
        };
    }

    /** For a message that lets somebody do it again. */
    static String shown(byte[] body) {
        if (body == null) {
            return "";
        }
        byte[] start = Arrays.copyOf(body, Math.min(body.length, 300));
        return new String(start, StandardCharsets.UTF_8) + (body.length > 300 ? "… (" + body.length + " bytes)" : "");
    }
}
