package io.rakegate.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One random request to an operation.
 *
 * @param method the HTTP method, that of the operation more often than not
 * @param address path and query
 * @param type what the body says that it is
 * @param accept what the answer shall be
 * @param body null for none
 */
@SuppressWarnings("ArrayRecordComponent") // is sent, and never compared
record BadInput(String method, String address, String type, String accept, byte[] body) {

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final List<String> ACCEPTS =
            List.of("application/hal+json", "text/html", "*/*", "application/octet-stream", "nonsense", "image/png");
    private static final List<String> TYPES = List.of(
            "text/plain",
            "application/xml",
            "multipart/form-data; boundary=b",
            "multipart/form-data",
            "application/x-www-form-urlencoded",
            "application/json; charset=no-such-charset",
            "nonsense");

    static BadInput to(Operation operation, Chance chance) {
        return new BadInput(
                chance.oneIn(30) ? chance.pick(METHODS) : operation.method(),
                address(operation, chance),
                type(operation, chance),
                chance.oneIn(10) ? chance.pick(ACCEPTS) : "application/json",
                new BadBody(chance).of(operation));
    }

    private static String type(Operation operation, Chance chance) {
        if (chance.oneIn(5)) {
            return chance.pick(TYPES);
        }
        return switch (operation.type()) {
            case "" -> "application/json";
            case "multipart/form-data" -> "multipart/form-data; boundary=b";
            default -> operation.type();
        };
    }

    private static String address(Operation operation, Chance chance) {
        StringBuilder address = new StringBuilder(operation.base());
        for (String part : operation.path().substring(1).split("/", -1)) {
            boolean named = part.startsWith("{") && part.endsWith("}");
            address.append('/').append(named ? inPath(part.substring(1, part.length() - 1), chance) : part);
        }
        List<String> query = new ArrayList<>();
        operation.query().forEach((name, schema) -> {
            if (chance.percent(Math.max(12, 200 / operation.query().size()))) {
                query.add(encoded(name) + "=" + inQuery(name, operation.resolved(schema), chance));
            }
        });
        return query.isEmpty() ? address.toString() : address + "?" + String.join("&", query);
    }

    private static String inPath(String name, Chance chance) {
        if (chance.percent(60)) {
            return encoded(chance.id(name));
        }
        return switch (chance.below(6)) {
            case 0 -> "%00";
            case 1 -> "%ff%fe";
            case 2 -> "x".repeat(1500);
            case 3 -> "%2e%2e%2fx";
            case 4 -> "%25%7B1%7D";
            default -> encoded(chance.text().isEmpty() ? "-" : chance.text());
        };
    }

    private static String inQuery(String name, JsonNode schema, Chance chance) {
        return switch (chance.below(8)) {
            case 0, 1, 2 -> encoded(new BadBody(chance).scalar(name, schema).asText());
            case 3 -> encoded(chance.id(name));
            case 4 -> "%ff%c0%80";
            case 5 -> "y".repeat(2000);
            default -> encoded(chance.text());
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "%s %s [%s, accepts %s] %s".formatted(method, address, type, accept, BadBody.shown(body));
    }
}
