package io.rakegate.journey;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.rakegate.evidence.EvidenceEnvironment;
import io.rakegate.journey.Rakegate.Answer;
import io.rakegate.process.catalogue.UserTask;
import io.rakegate.support.Entered;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** One change of the sandbox's repository, taken through its steps by HTTP alone. */
public final class ChangeOverHttp {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String REPOSITORY = "sandbox/vets-api";

    private final Rakegate rakegate;
    private final int number;
    private final String command;

    public ChangeOverHttp(Rakegate rakegate, int number, String command) {
        this.rakegate = rakegate;
        this.number = number;
        this.command = command;
    }

    String path() {
        return "/api/changes/" + REPOSITORY + "/" + number;
    }

    String link() {
        return rakegate.base() + "/sandbox/github/" + REPOSITORY + "/pull/" + number;
    }

    private String control() {
        return "/sandbox/github/control/" + REPOSITORY + "/pulls/" + number;
    }

    /** Asks for it. */
    public Answer start(String person) {
        return rakegate.post(
                person, "/api/changes", Map.of("pullRequest", link(), "team", "benefits", "command", command));
    }

    /** What the interface says about it. */
    public JsonNode now() {
        return rakegate.get("auditor", path()).accepted();
    }

    /** The id of a task, once it is there. */
    public String taskId(UserTask task) {
        return await(task.id() + " of #" + number)
                .atMost(PATIENCE)
                .until(() -> find(task), Optional::isPresent)
                .orElseThrow();
    }

    /** The id of the first task that somebody has to do, whichever it is. */
    public String firstTaskId() {
        return await("a task of #" + number)
                .atMost(PATIENCE)
                .until(
                        () -> elements(now().path("waitingFor")).stream()
                                .map(turn -> turn.path("taskId").asText())
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private Optional<String> find(UserTask task) {
        return elements(now().path("waitingFor")).stream()
                .filter(turn -> turn.path("task").asText().equals(task.id()))
                .map(turn -> turn.path("taskId").asText())
                .findFirst();
    }

    /** What the interface says about its findings. */
    public List<JsonNode> findings() {
        return elements(rakegate.get("auditor", path() + "/findings").accepted());
    }

    /** An explanation for each finding that asks for an answer, as JSON, once the findings are there. */
    public String explanations(String text) {
        taskId(UserTask.ANSWER_REQUIRED_QUESTIONS);
        return explanations(findings(), text);
    }

    /** An explanation for each of these findings that asks for an answer, as JSON. */
    public static String explanations(List<JsonNode> findings, String text) {
        return findings.stream()
                .filter(finding -> finding.path("severity").asText().equals("TO_ANSWER"))
                .map(finding -> """
                        {"id": "%s", "kind": "explained", "text": "%s"}""".formatted(finding.path("id").asText(), text))
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** What is entered, as the engine's interface takes it. */
    public static Map<String, Object> variables(Map<String, ?> entered) {
        Map<String, Object> variables = new LinkedHashMap<>();
        entered.forEach((name, value) -> variables.put(
                name, name.equals("findingAnswers") ? Map.of("value", value, "type", "Json") : Map.of("value", value)));
        return variables;
    }

    /** Completes a task once it is there; the answer may be a refusal. */
    public Answer complete(String person, UserTask task, Map<String, ?> entered) {
        return rakegate.post(
                person, "/engine-rest/task/" + taskId(task) + "/complete", Map.of("variables", variables(entered)));
    }

    /** Uploads evidence and completes its task. */
    public void upload(String person, UserTask task, Map<String, ?> decided) {
        taskId(task);
        EvidenceEnvironment environment = task.evidence().orElseThrow();
        rakegate.upload(
                        person,
                        path() + "/evidence/" + environment.slug(),
                        Entered.evidence(command),
                        "run.log",
                        "deployment_env=" + environment.slug() + "\n42 of 42 rows changed\n")
                .accepted();
        complete(person, task, decided).accepted();
    }

    /** Steps 1 to 4: from the start to where the approvals are open. */
    public void prepare(String person) {
        start(person).accepted();
        complete(
                        person,
                        UserTask.ANSWER_REQUIRED_QUESTIONS,
                        Map.of("findingAnswers", explanations("We tried it in development; it does no harm.")))
                .accepted();
        upload(person, UserTask.UPLOAD_LOCAL_EVIDENCE, Map.of());
        upload(person, UserTask.UPLOAD_DEVELOPMENT_EVIDENCE, Map.of());
        taskId(UserTask.APPROVE_AS_ENGINEERING_LEAD);
        taskId(UserTask.APPROVE_AS_CONSOLE_SERVICES);
    }

    /** An approving review on GitHub. */
    public void review(String person) {
        rakegate.post(person, control() + "/reviews", Map.of("author", person, "state", "APPROVED"))
                .accepted();
    }

    /** Merges the pull request on GitHub as soon as the gate is green. */
    public void merge(String person) {
        await("#" + number + " is merged").atMost(PATIENCE).until(() -> {
            Answer answer = rakegate.post(person, control() + "/merge", Map.of("author", person));
            return answer.status() < 300;
        });
    }

    /** Waits until one task is all that is waited for. */
    public void isLeftTo(UserTask task) {
        await("only " + task.id() + " of #" + number).atMost(PATIENCE).until(() -> {
            List<JsonNode> waiting = elements(now().path("waitingFor"));
            return waiting.size() == 1 && waiting.get(0).path("task").asText().equals(task.id());
        });
    }

    /** Steps 5 to 7: approved by reviews, merged, passed in staging, scheduled from yesterday to tomorrow. */
    public void toTheRun() {
        // the reviews complete both tasks as soon as Rakegate looks at the pull request
        review("lead");
        review("console");
        merge("creator");
        upload("creator", UserTask.UPLOAD_STAGING_EVIDENCE, Map.of("stagingOutcome", "passed"));
        complete("creator", UserTask.SCHEDULE_PRODUCTION_RUN, Entered.schedule("operator"))
                .accepted();
    }

    /** Waits for its end. */
    public void ends(String state) {
        await("#" + number + " is " + state)
                .atMost(PATIENCE)
                .until(() -> now().path("state").asText().equals(state));
    }

    /** The elements of a JSON array. */
    static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
