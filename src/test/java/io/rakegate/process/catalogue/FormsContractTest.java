package io.rakegate.process.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rakegate.evidence.EvidenceEnvironment;
import io.rakegate.policy.FindingAnswer;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Forms fit Tasklist, the diagrams and the catalogue")
class FormsContractTest {

    /** What the form viewer inside Tasklist 7.24 knows. */
    private static final Set<String> COMPONENTS = Set.of(
            "textfield",
            "textarea",
            "number",
            "datetime",
            "expression",
            "checkbox",
            "checklist",
            "radio",
            "select",
            "taglist",
            "text",
            "html",
            "image",
            "table",
            "iframe",
            "group",
            "dynamiclist",
            "spacer",
            "separator");

    private static final int NEWEST_SCHEMA = 16;

    private final FormFiles forms = new FormFiles();
    private final Diagrams diagrams = new Diagrams();
    private final Set<String> variables = VariableConstants.byName().keySet();

    static Stream<String> camundaForms() {
        return new FormFiles().schemas().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("camundaForms")
    void tasklistCanShowIt(String id) {
        JsonNode schema = forms.schemas().get(id);

        assertThat(schema.get("id").asText()).isEqualTo(id);
        assertThat(schema.get("executionPlatform").asText()).isEqualTo("Camunda Platform");
        assertThat(schema.get("schemaVersion").asInt()).isBetween(1, NEWEST_SCHEMA);
        assertThat(forms.components(schema))
                .isNotEmpty()
                .allSatisfy(component ->
                        assertThat(COMPONENTS).contains(component.get("type").asText()));
    }

    @ParameterizedTest
    @MethodSource("camundaForms")
    void itWritesAndReadsVariablesOfTheCatalogue(String id) {
        Set<String> keys = forms.keys().get(id);
        Set<String> reads = forms.reads(forms.schemas().get(id));

        assertThat(keys).isNotEmpty().isSubsetOf(variables);
        assertThat(reads).isSubsetOf(variables);
    }

    @Test
    void whatPeopleMayEnterIsWhatTheFormsAskFor() {
        Map<String, Set<String>> entered = new TreeMap<>();
        entered.put(Diagrams.formOf(diagrams.startByPeople()), names(Entered.atStart()));
        diagrams.all(org.camunda.bpm.model.bpmn.instance.UserTask.class)
                .forEach(task -> entered.computeIfAbsent(Diagrams.formOf(task), form -> new TreeSet<>())
                        .addAll(names(Entered.at(UserTask.withId(task.getId()).orElseThrow()))));

        assertThat(entered).isEqualTo(forms.keys());
    }

    private static Set<String> names(List<Variable<?>> variables) {
        return variables.stream().map(Variable::name).collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("camundaForms")
    void itBeginsWithTheBriefingUnlessItStartsAChange(String id) {
        JsonNode first = forms.schemas().get(id).get("components").get(0);

        boolean starts = id.equals(Diagrams.formOf(diagrams.startByPeople()));
        assertThat(first.get("text").asText().equals("=briefing")).isNotEqualTo(starts);
    }

    @ParameterizedTest
    @MethodSource("camundaForms")
    void timesAreSubmittedWithTheirOffset(String id) {
        List<JsonNode> times = forms.components(forms.schemas().get(id)).stream()
                .filter(component -> component.get("type").asText().equals("datetime"))
                .toList();

        assertThat(times).allSatisfy(time -> {
            assertThat(time.get("subtype").asText()).isEqualTo("datetime");
            assertThat(time.get("timeSerializingFormat").asText()).isEqualTo("utc_offset");
        });
    }

    @ParameterizedTest
    @MethodSource("camundaForms")
    void noTextRepeatsATimeWhichTheBriefingShowsAsPeopleReadIt(String id) {
        assertThat(forms.reads(forms.schemas().get(id)))
                .doesNotContain(ChangeVariables.WINDOW_START.name(), ChangeVariables.WINDOW_END.name());
    }

    @ParameterizedTest
    @MethodSource("camundaForms")
    void noTextIsAskedForRightAfterANumberWhichWouldSwallowItsFirstLetters(String id) {
        List<String> fields = forms.components(forms.schemas().get(id)).stream()
                .filter(component -> component.has("key"))
                .map(component -> component.get("type").asText())
                .toList();

        for (int i = 1; i < fields.size(); i++) {
            if (fields.get(i - 1).equals("number")) {
                assertThat(fields.get(i)).isNotIn("textfield", "textarea");
            }
        }
    }

    @Test
    void aFindingIsAnsweredInARowOfItsOwnInEachWayThereIs() {
        Map<String, JsonNode> row =
                forms.row(forms.schemas().get("answer-required-questions"), ChangeVariables.FINDING_ANSWERS.name());

        assertThat(Stream.of(FindingRow.class.getRecordComponents()).map(RecordComponent::getName))
                .containsAll(row.keySet());
        assertThat(row).containsOnlyKeys("id", "kind", "text");
        assertThat(row.get("id").path("readonly").asBoolean()).isTrue();
        assertThat(row.get("kind").path("values"))
                .extracting(choice -> choice.path("value").asText())
                .containsExactlyElementsOf(Stream.of(FindingAnswer.Kind.values())
                        .map(FindingAnswer.Kind::id)
                        .toList());
    }

    @Test
    void eachFormIsUsedAndEachThatIsAskedForExists() {
        Set<String> used = diagrams.all(org.camunda.bpm.model.bpmn.instance.UserTask.class).stream()
                .map(Diagrams::formOf)
                .collect(Collectors.toCollection(TreeSet::new));
        used.add(Diagrams.formOf(diagrams.startByPeople()));

        assertThat(forms.keys().keySet()).isEqualTo(used);
    }

    @Test
    void theUploadFormKnowsTheEnvironmentOfEachTaskThatAsksForEvidence() {
        String html = forms.htmls().get("upload-evidence");

        Map<String, String> known = matches("(Task_\\w+):\\s*\\['(\\w+)'", html).stream()
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));

        assertThat(known)
                .isEqualTo(Stream.of(UserTask.values())
                        .filter(task -> task.evidence().isPresent())
                        .collect(Collectors.toMap(
                                UserTask::id,
                                task -> task.evidence()
                                        .map(EvidenceEnvironment::slug)
                                        .orElseThrow())));
    }

    @Test
    void theUploadFormAsksForADecisionWhereTheTaskHasOne() {
        String html = forms.htmls().get("upload-evidence");

        List<String> asked = new ArrayList<>();
        matches("data-decision=\"(\\w+)\" data-environment=\"(\\w+)\"", html)
                .forEach(found -> asked.add(found.group(1) + " in " + found.group(2)));

        List<String> needed = Stream.of(UserTask.values())
                .filter(task -> task.evidence().isPresent())
                .flatMap(task -> Decision.at(task).stream()
                        .map(decision -> decision.variable().name() + " in "
                                + task.evidence().map(EvidenceEnvironment::slug).orElseThrow()))
                .toList();
        assertThat(asked).containsExactlyInAnyOrderElementsOf(needed);
    }

    private static List<MatchResult> matches(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().toList();
    }
}
