package io.rakegate.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.rakegate.attack.Routes;
import io.rakegate.identity.Browser;
import io.rakegate.journey.FreePort;
import io.rakegate.journey.WholeApplication;
import io.rakegate.support.WithDatabase;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
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
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * Bad input to every operation of ours, of the engine at both its doors and of its web applications, as everybody: no
 * answer is an error of the server or shows a stack trace, and nobody changes what they have no authority over. As many
 * requests as there are operations, people and rounds, from a seed that is printed; {@code -Dfuzz.seed} repeats a run,
 * {@code -Dfuzz.rounds} makes it longer, and {@code -Dfuzz.minutes} is when it stops at the latest.
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
    private static final Duration AT_MOST = Duration.ofMinutes(Integer.getInteger("fuzz.minutes", 10));
    private static final List<String> CHANGE_NOTHING = List.of("", "newcomer", "auditor");
    private static final List<String> OTHERS =
            List.of("creator", "lead", "console", "operator", "platform", "owner", "admin");

    /** Tables that only one of them may change at all, by the beginning of their names. */
    private static final Map<String, String> ONLY =
            Map.of("act_id_", "admin", "act_ru_filter", "admin", "act_re_", "owner", "act_ru_authorization", "nobody");

    private final List<String> leftBehind = new ArrayList<>();
    private long until;

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

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ServletContext servlets;

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
        List<Operation> ours = Operations.ours(port);
        List<Operation> all = new ArrayList<>(ours);
        all.addAll(Operations.ofTheEngine("/engine-rest"));
        all.addAll(Operations.ofTheEngine("/camunda/api/engine/engine/default"));
        all.addAll(Operations.ofTheWebApplications(Routes.of(context, servlets)));
        System.out.printf(
                "Fuzzing %d operations, %d of them ours, as %d people; repeat it with -Dfuzz.seed=%d%n",
                all.size(), ours.size(), CHANGE_NOTHING.size() + OTHERS.size(), SEED);
        assertThat(ours).hasSizeGreaterThan(5);
        assertThat(all).hasSizeGreaterThan(800);
        Caller caller = new Caller(port);
        Stream.concat(CHANGE_NOTHING.stream(), OTHERS.stream()).forEach(caller::logIn);
        until = System.nanoTime() + AT_MOST.toNanos();

        CHANGE_NOTHING.forEach(person -> fuzz(caller, person, all, table -> true));
        OTHERS.forEach(person -> fuzz(caller, person, all, table -> isOutOfReach(table, person)));

        System.out.println("Answers by status: " + caller.answers());
        SoftAssertions.assertSoftly(softly -> {
            softly.assertThat(leftBehind)
                    .as("what was changed without authority, seed %d", SEED)
                    .isEmpty();
            softly.assertThat(caller.failures())
                    .as("answers that nobody may get, seed %d", SEED)
                    .isEmpty();
        });
    }

    private void fuzz(Caller caller, String person, List<Operation> operations, Predicate<String> outOfReach) {
        Chance chance = new Chance(SEED + person.hashCode(), known());
        Fingerprint before = Fingerprint.of(database);
        int sent = 0;
        for (int round = 0; round < ROUNDS; round++) {
            for (Operation operation : operations) {
                BadInput input = BadInput.to(operation, chance);
                if (System.nanoTime() < until) {
                    caller.send(person, operation, input);
                    sent++;
                }
                if (operation.path().contains("/credentials") && !person.isEmpty()) {
                    // a wrong password delays the next attempt, which would be the next request
                    identity.unlockUser(person);
                }
            }
        }
        System.out.printf("'%s' sent %d of %d requests%n", person, sent, ROUNDS * operations.size());
        Fingerprint.of(database)
                .changedSince(before, outOfReach)
                .forEach(table -> leftBehind.add("'" + person + "' changed " + table));
    }

    private static boolean isOutOfReach(String table, String person) {
        return ONLY.entrySet().stream()
                .anyMatch(only ->
                        table.startsWith(only.getKey()) && !only.getValue().equals(person));
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
