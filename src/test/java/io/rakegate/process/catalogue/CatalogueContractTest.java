package io.rakegate.process.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Diagrams, forms, catalogue and processes/README.md say the same")
class CatalogueContractTest {

    private static final String TASKS = "io.rakegate.process.task";

    /** The same bean looks at the pull request in step 1 and whenever it changed. */
    private static final Map<String, String> SHARED_BEANS = Map.of("Task_CheckPullRequestAgain", "checkPullRequest");

    private final Diagrams diagrams = new Diagrams();
    private final FormFiles forms = new FormFiles();
    private final ProcessReadme readme = new ProcessReadme();
    private final Sources sources = new Sources();
    private final Map<String, Variable<?>> variables = VariableConstants.byName();
    private final Map<String, String> constants = VariableConstants.fieldsByName();

    @Test
    void userTasksAreThoseOfTheCatalogue() {
        List<String> drawn = diagrams.all(org.camunda.bpm.model.bpmn.instance.UserTask.class).stream()
                .map(FlowElement::getId)
                .toList();

        assertThat(drawn)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(UserTask.values()).map(UserTask::id).toList());
    }

    @Test
    void processesAndMessagesAreThoseOfTheCatalogue() throws IllegalAccessException {
        Set<String> keys = new TreeSet<>();
        for (Field field : ProdDbChange.class.getFields()) {
            keys.add((String) field.get(null));
        }

        assertThat(Stream.concat(diagrams.processes().stream(), diagrams.messages().stream()))
                .containsExactlyInAnyOrderElementsOf(keys);
        assertThat(readme.column("Messages", "message")).containsExactlyInAnyOrderElementsOf(diagrams.messages());
    }

    @Test
    void eachEndOfAChangeIsAnOutcome() {
        Map<String, String> outcomes =
                Stream.of(Outcome.values()).collect(Collectors.toMap(Outcome::id, Outcome::words));

        assertThat(diagrams.endsOfChanges()).isEqualTo(outcomes.keySet());
        assertThat(readme.table("Ends").stream()
                        .collect(Collectors.toMap(
                                row -> ProcessReadme.names(row.get("end event")).get(0),
                                row -> row.get("the change was"))))
                .isEqualTo(outcomes);
    }

    @Test
    void conditionsAndFormsUseTheAllowedValuesOfDecisions() {
        Map<String, List<String>> allowed = Stream.of(Decision.values())
                .collect(Collectors.toMap(
                        decision -> decision.variable().name(), Decision::allowed, (one, other) -> one, TreeMap::new));
        Map<String, List<String>> listed = listedValues();

        assertThat(forms.choices()).containsExactlyInAnyOrderEntriesOf(allowed);
        assertThat(listed).containsAllEntriesOf(allowed);
        assertThat(diagrams.comparisons().keySet()).isEqualTo(listed.keySet());
        diagrams.comparisons()
                .forEach((variable, values) ->
                        assertThat(listed.get(variable)).as(variable).containsAll(values));
    }

    @Test
    void eachServiceTaskHasTheBeanOfItsName() {
        diagrams.beans().forEach((element, bean) -> {
            String expected = SHARED_BEANS.getOrDefault(element, decapitalised(element.substring("Task_".length())));
            assertThat(bean).as(element).isEqualTo(expected);
        });
        SHARED_BEANS.keySet().forEach(element -> assertThat(diagrams.beans()).containsKey(element));
    }

    @Test
    void eachBeanIsAComponentOfTheTaskPackageAndNoneIsUnused() {
        List<String> delegates = sources.implementing("JavaDelegate", TASKS);

        assertThat(diagrams.delegates())
                .containsExactlyInAnyOrderElementsOf(delegates.stream()
                        .map(CatalogueContractTest::decapitalised)
                        .toList());
        assertThat(delegates)
                .allSatisfy(name -> assertThat(sources.isComponent(name)).isTrue());
    }

    @Test
    void expressionsReadVariablesAndBeansThatExist() {
        Set<String> names = diagrams.namesInExpressions();

        assertThat(names).contains("creator", "changeTimers").allSatisfy(name -> {
            boolean bean = sources.has(capitalised(name)) && sources.isComponent(capitalised(name));
            assertThat(bean || variables.containsKey(name)).as(name).isTrue();
        });
    }

    @Test
    void theTableOfActivitiesIsTheDiagrams() {
        Map<String, List<String>> listed = new TreeMap<>();
        readme.table("Activities")
                .forEach(row -> assertThat(listed.put(
                                ProcessReadme.names(row.get("element")).get(0),
                                List.of(row.get("form"), row.get("bean"), row.get("for"))))
                        .as("listed twice")
                        .isNull());

        Map<String, List<String>> drawn = new TreeMap<>();
        drawn.put(diagrams.startByPeople().getId(), List.of(quoted(Diagrams.formOf(diagrams.startByPeople())), "", ""));
        diagrams.activities().forEach(activity -> drawn.put(activity.getId(), cells(activity)));
        assertThat(listed).containsExactlyEntriesOf(drawn);
    }

    @Test
    void theNamesAndStepsOfActivitiesAreThoseOfTheDiagrams() {
        Map<String, String> drawn = diagrams.activities().stream()
                .collect(Collectors.toMap(FlowElement::getId, activity -> activity.getName()));

        readme.table("Activities").stream().skip(1).forEach(row -> {
            String id = ProcessReadme.names(row.get("element")).get(0);
            String name = row.get("what it is");
            assertThat(drawn.get(id)).isIn(name, row.get("step") + " " + name);
            UserTask.withId(id)
                    .ifPresent(task -> assertThat(row.get("step"))
                            .isEqualTo(String.valueOf(task.step().number())));
        });
    }

    @Test
    void theTableOfVariablesIsTheCatalogue() {
        List<Map<String, String>> rows = readme.table("Variables");

        assertThat(readme.column("Variables", "variable")).containsExactlyInAnyOrderElementsOf(variables.keySet());
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.get("kind"))
                        .as(row.get("variable"))
                        .isEqualTo(variables
                                .get(ProcessReadme.names(row.get("variable")).get(0))
                                .kind()));
    }

    @Test
    void eachVariableHasOneWriterThatWritesItAndNobodyElseDoes() {
        assertThat(readme.table("Variables")).allSatisfy(row -> {
            String variable = ProcessReadme.names(row.get("variable")).get(0);
            String constant = constants.get(variable);
            List<String> writers = ProcessReadme.names(row.get("written by"));
            List<String> also = ProcessReadme.names(row.get("also"));
            assertThat(writers).as(variable).hasSize(1);

            Set<String> named = new TreeSet<>(writers);
            named.addAll(also);
            assertThat(named)
                    .as(variable)
                    .allSatisfy(name -> assertThat(writes(name, variable, constant))
                            .as("%s writes %s", name, variable)
                            .isTrue());
            assertThat(sources.directWriters(constant))
                    .as("writers of %s that are not listed", variable)
                    .allMatch(writer -> named.stream()
                            .anyMatch(name ->
                                    sources.has(name) && sources.closure(name).contains(writer)));
            assertThat(formsWith(variable)).as(variable).isSubsetOf(named);
        });
    }

    private boolean writes(String name, String variable, String constant) {
        if (name.endsWith(".bpmn")) {
            return diagrams.namesInExpressions().contains(variable);
        }
        return formsWith(variable).contains(name) || (sources.has(name) && sources.names(name, constant));
    }

    private Set<String> formsWith(String variable) {
        return forms.keys().entrySet().stream()
                .filter(form -> form.getValue().contains(variable))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The values that the table lists, of the variables that are decided or compared. */
    private Map<String, List<String>> listedValues() {
        Map<String, List<String>> listed = new TreeMap<>();
        readme.table("Variables").stream()
                .filter(row -> row.get("allowed values").matches("(`\\w+`(, )?)+"))
                .forEach(row -> listed.put(
                        ProcessReadme.names(row.get("variable")).get(0),
                        ProcessReadme.names(row.get("allowed values"))));
        return listed;
    }

    private static List<String> cells(FlowElement activity) {
        if (activity instanceof org.camunda.bpm.model.bpmn.instance.UserTask task) {
            String people = Stream.of(task.getCamundaAssignee(), task.getCamundaCandidateGroups())
                    .filter(expression -> expression != null)
                    .flatMap(Diagrams::namesIn)
                    .map(CatalogueContractTest::quoted)
                    .collect(Collectors.joining(", "));
            return List.of(quoted(Diagrams.formOf(task)), "", people);
        }
        if (activity instanceof org.camunda.bpm.model.bpmn.instance.CallActivity call) {
            return List.of("", "calls " + quoted(call.getCalledElement()), "");
        }
        var service = (org.camunda.bpm.model.bpmn.instance.ServiceTask) activity;
        return List.of(
                "",
                quoted(Diagrams.namesIn(service.getCamundaDelegateExpression())
                        .findFirst()
                        .orElse("")),
                "");
    }

    private static String quoted(String name) {
        return "`" + name + "`";
    }

    private static String decapitalised(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private static String capitalised(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
