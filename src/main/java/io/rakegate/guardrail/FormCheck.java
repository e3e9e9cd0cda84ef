package io.rakegate.guardrail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.rakegate.process.catalogue.Entered;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** That a Camunda Form asks for what can be entered, with nothing in it that a browser would run or load. */
final class FormCheck {

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
            "dynamiclist");

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
            if (!COMPONENTS.contains(component.path("type").asText())) {
                findings.add(new Finding(
                        file,
                        name,
                        "A component of the type \"" + component.path("type").asText() + "\" is not allowed."));
            }
            String key = component.path("key").asText("");
            if (!key.isEmpty() && !entered.contains(key)) {
                findings.add(new Finding(
                        file, name, "\"" + key + "\" is no variable that people enter; see processes/README.md."));
            }
            components(component, file, entered, findings, depth + 1);
        }
    }
}
