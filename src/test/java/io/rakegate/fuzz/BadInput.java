package io.rakegate.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Random requests, from nearly right to nonsense; the same for the same seed. */
final class BadInput {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEPTH = 4;

    /** Texts that programs stumble over. */
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "null",
            "true",
            "-1",
            "0",
            "99999999999999999999",
            "1e400",
            "NaN",
            "2024-13-45T25:61:61.000+9999",
            "2024-01-01T00:00:00.000+0000",
            "*",
            "%",
            "_",
            "'",
            "\"",
            "' or 1=1 --",
            "\u0000",
            "a\u0000b",
            "\uD800",
            "\uFFFE\uFEFF",
            "😀",
            "../../etc/passwd",
            "..\\..\\x",
            "http://127.0.0.1:1/",
            "${1+1}",
            "#{1+1}",
            "<x>&amp;</x>",
            "a,b,c",
            "name_eq_value",
            "x_eq_",
            "_eq_1,x_gt_y",
            "desc",
            "{}",
            "[]");

    private final SplittableRandom random;
    private final Map<String, List<String>> known;

    /** @param known ids that exist, by a part of the parameter's name that asks for one */
    BadInput(long seed, Map<String, List<String>> known) {
        this.random = new SplittableRandom(seed);
        this.known = known;
    }

    /** The address, with its parameters filled in. */
    String address(Operation operation) {
        StringBuilder address = new StringBuilder(operation.base());
        for (String part : operation.path().substring(1).split("/", -1)) {
            String value =
                    part.startsWith("{") && part.endsWith("}") ? inPath(part.substring(1, part.length() - 1)) : part;
            address.append('/').append(value);
        }
        List<String> query = new ArrayList<>();
        operation.query().forEach((name, schema) -> {
            if (random.nextInt(100) < Math.max(12, 200 / operation.query().size())) {
                query.add(encoded(name) + "=" + inQuery(name, operation.resolved(schema)));
            }
        });
        return query.isEmpty() ? address.toString() : address + "?" + String.join("&", query);
    }

    private String inPath(String name) {
        if (random.nextInt(100) < 60) {
            return encoded(id(name));
        }
        return switch (random.nextInt(6)) {
            case 0 -> "%00";
            case 1 -> "%ff%fe";
            case 2 -> "x".repeat(1500);
            case 3 -> "%2e%2e%2fx";
            case 4 -> "%25%7B1%7D";
            default -> encoded(strippedOfControls(text()));
        };
    }

    private String inQuery(String name, JsonNode schema) {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> encoded(scalar(name, schema).asText());
            case 3 -> encoded(id(name));
            case 4 -> "%ff%c0%80";
            case 5 -> "y".repeat(2000);
            default -> encoded(text());
        };
    }

    /** The body; null if the operation takes none and none is sent anyway. */
    byte[] body(Operation operation) {
        if (operation.type().isEmpty() && random.nextInt(100) < 80) {
            return null;
        }
        String body = switch (random.nextInt(20)) {
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
        byte[] bytes = body.getBytes(random.nextInt(30) == 0 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
        if (random.nextInt(30) == 0 && bytes.length > 2) {
            bytes[random.nextInt(bytes.length)] = (byte) 0xff;
        }
        return bytes;
    }

    String contentType(Operation operation) {
        return switch (random.nextInt(20)) {
            case 0 -> "text/plain";
            case 1 -> "application/xml";
            case 2 -> "multipart/form-data; boundary=b";
            case 3 -> "application/json; charset=no-such-charset";
            case 4 -> "nonsense";
            default -> operation.type().isEmpty() ? "application/json" : operation.type();
        };
    }

    private JsonNode like(Operation operation, JsonNode schema, String name, int depth) {
        if (depth > DEPTH || random.nextInt(100) < 12) {
            return wrong(depth);
        }
        for (String several : List.of("allOf", "oneOf", "anyOf")) {
            if (schema.has(several)) {
                ObjectNode all = JSON.objectNode();
                for (JsonNode part : schema.path(several)) {
                    if (like(operation, operation.resolved(part), name, depth) instanceof ObjectNode object) {
                        all.setAll(object);
                    }
                }
                return all;
            }
        }
        if (schema.has("properties")) {
            ObjectNode object = JSON.objectNode();
            int of = schema.path("properties").size();
            schema.path("properties").properties().forEach(property -> {
                if (random.nextInt(100) < Math.max(8, 300 / of)) {
                    JsonNode inner = operation.resolved(property.getValue());
                    object.set(property.getKey(), like(operation, inner, property.getKey(), depth + 1));
                }
            });
            return object;
        }
        if (schema.path("type").asText().equals("array")) {
            var array = JSON.arrayNode();
            for (int i = random.nextInt(3); i > 0; i--) {
                array.add(like(operation, operation.resolved(schema.path("items")), name, depth + 1));
            }
            return array;
        }
        if (schema.path("additionalProperties").isObject()) {
            ObjectNode object = JSON.objectNode();
            JsonNode inner = operation.resolved(schema.path("additionalProperties"));
            object.set("x", like(operation, inner, name, depth + 1));
            return object;
        }
        return scalar(name, schema);
    }

    private JsonNode scalar(String name, JsonNode schema) {
        if (schema.has("enum") && random.nextInt(100) < 80) {
            return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
        }
        return switch (schema.path("type").asText()) {
            case "integer", "number" ->
                JSON.numberNode(new long[] {0, 1, 5, -1, Integer.MAX_VALUE, Long.MIN_VALUE}[random.nextInt(6)]);
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            default -> random.nextInt(100) < 60 ? JSON.textNode(id(name)) : JSON.textNode(text());
        };
    }

    private JsonNode wrong(int depth) {
        return switch (random.nextInt(7)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.numberNode(random.nextLong());
            case 2 -> JSON.booleanNode(true);
            case 3 -> depth > DEPTH ? JSON.arrayNode() : JSON.arrayNode().add(wrong(depth + 1));
            case 4 ->
                depth > DEPTH
                        ? JSON.objectNode()
                        : JSON.objectNode().set(random.nextBoolean() ? "value" : "id", wrong(depth + 1));
            default -> JSON.textNode(text());
        };
    }

    private String id(String name) {
        for (Map.Entry<String, List<String>> ids : known.entrySet()) {
            if (name.toLowerCase(java.util.Locale.ROOT).contains(ids.getKey())) {
                return pick(ids.getValue());
            }
        }
        return pick(known.values().stream().flatMap(List::stream).toList());
    }

    private String text() {
        return pick(TEXTS);
    }

    private String pick(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static String strippedOfControls(String text) {
        return text.isEmpty() ? "-" : text;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
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
