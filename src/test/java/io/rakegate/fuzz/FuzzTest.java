package io.rakegate.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rakegate.identity.Browser;
import io.rakegate.journey.FreePort;
import io.rakegate.journey.WholeApplication;
import io.rakegate.support.WithDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * Bad input to every operation of ours and of the engine, from their OpenAPI descriptions, as everybody: no answer is an
 * error of the server or shows a stack trace, and whoever may change nothing changes nothing. As many requests as there
 * are operations, people and rounds, from a seed that is printed; {@code -Dfuzz.seed} repeats a run and {@code
 * -Dfuzz.rounds} makes it longer.
 */
@Tag("fuzz")
@WholeApplication
@WithDatabase
@TestPropertySource(
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "rakegate.http.requests-per-minute=10000000",
            "rakegate.http.failed-logins-per-minute=10000000"
        })
class FuzzTest {

    private static final long SEED = Long.getLong("fuzz.seed", System.nanoTime());
    private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 1);
    private static final List<String> CHANGE_NOTHING = List.of("", "newcomer", "auditor");
    private static final List<String> OTHERS =
            List.of("creator", "lead", "console", "operator", "platform", "owner", "admin");

    private static final Pattern STACK_TRACE =
            Pattern.compile("(\\n|\\\\n)(\\t|\\\\t|\\s+)at [a-z]|PSQLException|### (Error|Cause)|Caused by:");

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Map<String, String> failures = new TreeMap<>();
    private final Map<Integer, Integer> answers = new TreeMap<>();
    private final List<String> accepted = new ArrayList<>();

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private org.camunda.bpm.engine.IdentityService identity;

    @DynamicPropertySource
    static void port(DynamicPropertyRegistry properties) {
        int port = FreePort.choose();
        properties.add("server.port", () -> port);
    }

    @BeforeEach
    void aChangeIsUnderWayAndSomebodyIsInNoGroup() throws IOException {
        var newcomer = identity.newUser("newcomer");
        newcomer.setPassword("newcomer");
        identity.saveUser(newcomer);
        String start =
                "{\"pullRequest\":\"http://localhost:%d/sandbox/github/sandbox/vets-api/pull/1\",\"team\":\"benefits\","
                                .formatted(port)
                        + "\"command\":\"bundle exec rake 'claims:backfill_regional_office[2000,live]'\"}";
        HttpResponse<String> started = Browser.basic(port, "POST", "/api/changes", "creator", "creator", start);
        assertThat(started.statusCode()).as(started.body()).isEqualTo(201);
        for (int step = 0; step < 20 && tasks.createTaskQuery().count() == 0; step++) {
            jobs.createJobQuery().executable().list().stream().map(Job::getId).forEach(jobs::executeJob);
        }
        assertThat(tasks.createTaskQuery().count()).isPositive();
    }

    @Test
    void badInputIsRefusedAndChangesNothingWithoutAuthority() throws IOException {
        List<Operation> operations = new ArrayList<>(Operation.of("", ours()));
        int ofOurs = operations.size();
        operations.addAll(Operation.of("/engine-rest", engines()));
        operations.addAll(Operation.of("/camunda/api/engine/engine/default", engines()).stream()
                .filter(operation -> operation.method().equals("GET"))
                .toList());
        System.out.printf(
                "Fuzzing %d operations of ours, %d of the engine, with -Dfuzz.seed=%d%n",
                ofOurs, operations.size() - ofOurs, SEED);
        assertThat(ofOurs).isGreaterThan(5);
        assertThat(operations).hasSizeGreaterThan(400);

        Map<String, String> before = Fingerprint.of(database);
        for (String person : CHANGE_NOTHING) {
            fuzz(person, operations);
            assertThat(Fingerprint.of(database))
                    .as("what '%s' left behind", person)
                    .isEqualTo(before);
        }
        for (String person : OTHERS) {
            fuzz(person, operations);
        }

        System.out.println("Answers by status: " + answers);
        assertThat(failures.values())
                .as("%d kinds of failures, seed %d", failures.size(), SEED)
                .isEmpty();
    }

    private void fuzz(String person, List<Operation> operations) {
        BadInput input = new BadInput(SEED + person.hashCode(), known());
        for (int round = 0; round < ROUNDS; round++) {
            for (Operation operation : operations) {
                send(person, operation, input.address(operation), input.contentType(operation), input.body(operation));
            }
        }
    }

    private void send(String person, Operation operation, String address, String type, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "application/json")
                .header("Content-Type", type)
                .method(operation.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (!person.isEmpty()) {
            request.header("Authorization", Browser.credentials(person));
        }
        String failure = "";
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            String text = new String(answer.body(), StandardCharsets.UTF_8);
            answers.merge(answer.statusCode(), 1, Integer::sum);
            if (answer.statusCode() < 300 && !operation.method().equals("GET")) {
                accepted.add(operation.toString());
            }
            if (answer.statusCode() >= 500 || STACK_TRACE.matcher(text).find()) {
                failure = answer.statusCode() + " " + text.substring(0, Math.min(400, text.length()));
            }
        } catch (IOException e) {
            failure = "no answer: " + e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        if (!failure.isEmpty()) {
            failures.putIfAbsent(
                    operation.toString(),
                    "%n'%s' %s %s [%s] %s%n    -> %s"
                            .formatted(person, operation.method(), address, type, BadInput.shown(body), failure));
        }
    }

    private JsonNode ours() throws IOException {
        HttpResponse<String> description = Browser.basic(port, "GET", "/v3/api-docs", "admin", "admin", "");
        return json.readTree(description.body());
    }

    private JsonNode engines() throws IOException {
        try (InputStream description = getClass().getResourceAsStream("/openapi.json")) {
            return json.readTree(description);
        }
    }

    private Map<String, List<String>> known() {
        Map<String, List<String>> known = new LinkedHashMap<>();
        known.put("user", List.of("creator", "lead", "nobody"));
        known.put("group", List.of("console-services", "team-benefits"));
        known.put(
                "deployment",
                List.of(repository.createDeploymentQuery().list().get(0).getId()));
        known.put(
                "definition",
                List.of(
                        repository
                                .createProcessDefinitionQuery()
                                .latestVersion()
                                .processDefinitionKey("ProdDbChange")
                                .singleResult()
                                .getId(),
                        "ProdDbChange"));
        known.put(
                "instance",
                runtime.createProcessInstanceQuery().list().stream()
                        .map(ProcessInstance::getId)
                        .toList());
        known.put(
                "execution",
                runtime.createExecutionQuery().list().stream()
                        .map(org.camunda.bpm.engine.runtime.Execution::getId)
                        .toList());
        known.put("job", jobs.createJobQuery().list().stream().map(Job::getId).toList());
        known.put("key", List.of("ProdDbChange", "sandbox/vets-api#1"));
        known.put("owner", List.of("sandbox"));
        known.put("repo", List.of("vets-api"));
        known.put("number", List.of("1", "-1", "x"));
        known.put("environment", List.of("local", "production", "moon"));
        known.put("variable", List.of("command", "headSha"));
        known.put("name", List.of("command", "default"));
        known.put("id", tasks.createTaskQuery().list().stream().map(Task::getId).toList());
        known.values().removeIf(List::isEmpty);
        return known;
    }
}
