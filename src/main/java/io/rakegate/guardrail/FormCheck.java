package io.rakegate.guardrail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.rakegate.process.catalogue.Entered;
import io.rakegate.process.catalogue.FindingRow;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** That a Camunda Form asks for what can be entered, with nothing in it that a browser would run or load. */
final class FormCheck {

    private static final String LIST = "dynamiclist";

    private static final Set<String> COMPONENTS = Set.of(
            "textfield",
            "textarea",
            "number",
            "datetime",
            "checkbox",
            "checklist",
            "radio",
            "select",
            "taglist",
            "text",
            "group",
            "spacer",
            "separator",
            "table",
            LIST);

    /** The fields of a row, where a list is entered: they are no variables of their own. */
    private static final Set<String> ROW = Stream.of(FindingRow.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toSet());

    private static final JsonMapper JSON = new JsonMapper();

    private FormCheck() {}

    /** What is wrong with a form. */
    static List<Finding> check(String file, byte[] content) {
        try {
            List<Finding> findings = new ArrayList<>();
            Set<String> entered =
                    Entered.anywhere().map(variable -> variable.name()).collect(Collectors.toSet());
            components(JSON.readTree(new String(content, StandardCharsets.UTF_8)), file, entered, findings, 0);
            return findings;
        } catch (JsonProcessingException unreadable) {
            return List.of(new Finding(file, "form", "This is no JSON, so it is no Camunda Form."));
        }
    }

    private static void components(JsonNode form, String file, Set<String> entered, List<Finding> findings, int depth) {
        if (depth > 20) {
            findings.add(new Finding(file, "form", "The form is nested too deeply."));
            return;
        }
        for (JsonNode component : form.path("components")) {
            String name = component.path("id").asText(component.path("type").asText());
            boolean list = component.path("type").asText().equals(LIST);
            if (!COMPONENTS.contains(component.path("type").asText())) {
                findings.add(new Finding(
                        file,
                        name,
                        "A component of the type \"" + component.path("type").asText() + "\" is not allowed."));
            }
            String key = component.path(list ? "path" : "key").asText("");
            if (!key.isEmpty() && !entered.contains(key)) {
                findings.add(new Finding(
                        file, name, "\"" + key + "\" is no variable that people enter; see processes/README.md."));
            }
            components(component, file, list ? ROW : entered, findings, depth + 1);
        }
    }
}
