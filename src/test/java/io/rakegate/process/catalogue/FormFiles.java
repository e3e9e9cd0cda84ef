package io.rakegate.process.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands in the forms of {@code processes/forms/}. */
final class FormFiles {

    private static final Path FOLDER = Path.of("processes/forms");
    private static final Pattern DECISION = Pattern.compile("data-(?:decision|confirmation)=\"(\\w+)\"");
    private static final Pattern CHOICE = Pattern.compile("type=\"radio\" name=\"(\\w+)\" value=\"(\\w+)\"");
    private static final Pattern TEXT_IN_EXPRESSION = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{(.*?)}}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z]\\w*");
    private static final Set<String> FEEL = Set.of("if", "then", "else", "null", "and", "or", "count", "replace");

    /** The schemas of Camunda Forms by id of the form, which is the name of its file. */
    Map<String, JsonNode> schemas() {
        Map<String, JsonNode> schemas = new TreeMap<>();
        files(".form").forEach((name, content) -> schemas.put(name, json(content)));
        return schemas;
    }

    /** The HTML forms by the names of their files without the ending. */
    Map<String, String> htmls() {
        return files(".html");
    }

    /** The variables that each form writes, by the form. */
    Map<String, Set<String>> keys() {
        Map<String, Set<String>> keys = new TreeMap<>();
        schemas()
                .forEach((id, schema) -> keys.put(
                        id,
                        outsideLists(schema).stream()
                                .flatMap(component -> Stream.of(component.path("key"), component.path("path")))
                                .map(JsonNode::asText)
                                .filter(key -> !key.isEmpty())
                                .collect(Collectors.toCollection(LinkedHashSet::new))));
        htmls().forEach((name, html) -> keys.put(
                name,
                DECISION.matcher(html).results().map(found -> found.group(1)).collect(Collectors.toSet())));
        return keys;
    }

    /** The choices that forms offer, by variable. */
    Map<String, List<String>> choices() {
        Map<String, List<String>> choices = new LinkedHashMap<>();
        schemas().values().stream()
                .flatMap(schema -> outsideLists(schema).stream())
                .filter(component -> component.has("values"))
                .forEach(component -> component
                        .get("values")
                        .forEach(choice -> add(
                                choices,
                                component.get("key").asText(),
                                choice.get("value").asText())));
        htmls().values()
                .forEach(html ->
                        CHOICE.matcher(html).results().forEach(found -> add(choices, found.group(1), found.group(2))));
        return choices;
    }

    private static void add(Map<String, List<String>> choices, String variable, String value) {
        choices.computeIfAbsent(variable, key -> new ArrayList<>()).add(value);
    }

    /** The variables that the expressions and templates of a form read. */
    Set<String> reads(JsonNode schema) {
        return outsideLists(schema).stream()
                .flatMap(component -> Stream.of(
                        component.path("text").asText(),
                        component.path("conditional").path("hide").asText(),
                        "=" + component.path("valuesKey").asText()))
                .flatMap(FormFiles::expressionsIn)
                .flatMap(expression -> NAME.matcher(
                                TEXT_IN_EXPRESSION.matcher(expression).replaceAll(""))
                        .results())
                .map(MatchResult::group)
                .filter(name -> !FEEL.contains(name))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<String> expressionsIn(String text) {
        return text.startsWith("=")
                ? Stream.of(text)
                : TEMPLATE.matcher(text).results().map(found -> found.group(1));
    }

    /** Every component of a form, at any depth. */
    List<JsonNode> components(JsonNode schema) {
        List<JsonNode> all = new ArrayList<>();
        schema.path("components").forEach(component -> {
            all.add(component);
            all.addAll(components(component));
        });
        return all;
    }

    /** The components that are no row of a list; what is in a row is a field of the list's variable. */
    List<JsonNode> outsideLists(JsonNode schema) {
        List<JsonNode> all = new ArrayList<>();
        schema.path("components").forEach(component -> {
            all.add(component);
            if (!component.path("type").asText().equals("dynamiclist")) {
                all.addAll(outsideLists(component));
            }
        });
        return all;
    }

    /** The rows of a list: its fields by their keys. */
    Map<String, JsonNode> row(JsonNode schema, String variable) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        outsideLists(schema).stream()
                .filter(component -> component.path("path").asText().equals(variable))
                .flatMap(list -> components(list).stream())
                .filter(field -> field.has("key"))
                .forEach(field -> fields.put(field.get("key").asText(), field));
        return fields;
    }

    private static JsonNode json(String content) {
        try {
            return new ObjectMapper().readTree(content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, String> files(String ending) {
        try (Stream<Path> files = Files.list(FOLDER)) {
            Map<String, String> found = new TreeMap<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(ending)).toList()) {
                String name = file.getFileName().toString();
                found.put(name.substring(0, name.length() - ending.length()), Files.readString(file));
            }
            return found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
