package io.rakegate.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.rakegate.journey.ChangeOverHttp;
import io.rakegate.support.Entered;
import io.rakegate.support.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The application is killed with SIGKILL at each service task of the happy path, after its calls out and before its
 * commit, and started again: nothing is lost, and nothing is announced twice.
 */
@Tag("kill")
class KillTest {

    private static final Logger LOG = LoggerFactory.getLogger(KillTest.class);
    private static final String CHANGE = "/api/changes/sandbox/vets-api/1";
    private static final String CONTROL = "/sandbox/github/control/sandbox/vets-api/pulls/1";
    private static final String COMMAND = "bundle exec rake 'claims:backfill_regional_office[2000,live]'";

    /** Every service task on the happy path, and those that run beside it. */
    private static final List<String> SERVICE_TASKS = List.of(
            "Task_FindOperator",
            "Task_CheckPullRequest",
            "Task_CheckAnswers",
            "Task_VerifyEvidence",
            "Task_ReportEvidence",
            "Task_CheckApprovalDocuments",
            "Task_VerifyEngineeringLeadReview",
            "Task_VerifyConsoleServicesReview",
            "Task_OpenMergeGate",
            "Task_VerifyMerge",
            "Task_CheckSchedulingDocuments",
            "Task_AnnounceProductionRun",
            "Task_CheckClosingDocuments",
            "Task_AnnounceCompletion",
            "Task_ReportCompletion",
            "Task_CheckPullRequestAgain",
            "Task_AcceptReviews",
            "Task_UpdatePullRequest");

    @TempDir
    Path folder;

    private Caller caller;
    private JdbcTemplate jdbc;

    @Test
    void aKillAtEveryServiceTaskLosesNothingAndRepeatsNothing() throws Exception {
        String database = TestDatabase.migrated();
        int port = freePort();
        Path marks = Files.createDirectory(folder.resolve("marks"));
        jdbc = new JdbcTemplate(TestDatabase.dataSource(database));
        caller = new Caller("http://localhost:" + port);
        Path log = Path.of("target", "kill-test.log");
        Files.deleteIfExists(log);

        try (Child child = new Child(command(port, database, marks), log)) {
            walkTheTenSteps();
            await().atMost(Duration.ofMinutes(5)).until(() -> state().equals("COMPLETED"));

            assertThat(killedAt(marks)).containsExactlyInAnyOrderElementsOf(SERVICE_TASKS);
            assertThat(child.deaths()).isEqualTo(SERVICE_TASKS.size());
        }
        eachWasSaidOnce();
    }

    private void walkTheTenSteps() {
        until(
                "the change has started",
                () -> caller.get("creator", CHANGE).isPresent(),
                () -> caller.post(
                        "creator",
                        "/api/changes",
                        Map.of("pullRequest", link(), "team", "benefits", "command", COMMAND)));
        complete("creator", "Task_AnswerRequiredQuestions", answers());
        upload("creator", "Task_UploadLocalEvidence", "local", Map.of());
        upload("creator", "Task_UploadDevelopmentEvidence", "development", Map.of());
        appears("Task_ApproveAsEngineeringLead");
        review("lead");
        review("console");
        // the reviews complete both approval tasks when the pull request is looked at again
        merge();
        upload("creator", "Task_UploadStagingEvidence", "staging", Map.of("stagingOutcome", "passed"));
        complete("creator", "Task_ScheduleProductionRun", Entered.schedule("operator"));
        complete("operator", "Task_RunInProduction", Entered.run());
        upload(
                "creator",
                "Task_ValidateProductionChange",
                "production",
                Map.of("validationOutcome", "passed", "logLookedAt", true));
    }

    private void eachWasSaidOnce() {
        List<String> announcements = jdbc.queryForList("select text from sandbox.slack_message", String.class);
        List<String> comments = jdbc.queryForList("select body from sandbox.github_comment", String.class);

        assertThat(announcements).filteredOn(text -> text.contains("scheduled")).hasSize(1);
        assertThat(announcements).filteredOn(text -> text.contains("completed")).hasSize(1);
        assertThat(announcements).hasSize(2);
        assertThat(comments)
                .filteredOn(body -> body.contains("rakegate:change"))
                .hasSize(1);
        assertThat(comments)
                .filteredOn(body -> body.contains("rakegate:evidence-"))
                .hasSize(4);
    }

    private void upload(String user, String task, String environment, Map<String, Object> decision) {
        appears(task);
        until(
                environment + " evidence is there",
                () -> hasEvidence(environment),
                () -> caller.upload(
                        user,
                        CHANGE + "/evidence/" + environment,
                        Entered.evidence(COMMAND),
                        "Backfilled 42 of 42 claims in " + environment + "\n"));
        complete(user, task, decision);
    }

    private Map<String, String> answers() {
        appears("Task_AnswerRequiredQuestions");
        List<JsonNode> findings = await("the findings")
                .atMost(Duration.ofMinutes(5))
                .until(() -> caller.get("creator", CHANGE + "/findings"), Optional::isPresent)
                .map(found -> elements(found).toList())
                .orElseThrow();
        return Map.of(
                "findingAnswers",
                ChangeOverHttp.explanations(findings, "Atomic per batch, resumable."),
                "logPointer",
                "CloudWatch group vets-api-server, filter claims:backfill_regional_office");
    }

    private boolean hasEvidence(String environment) {
        return caller.get("creator", CHANGE + "/evidence").stream()
                .flatMap(KillTest::elements)
                .anyMatch(one -> environment.equals(one.path("environment").asText()));
    }

    private void complete(String user, String task, Map<String, ?> entered) {
        appears(task);
        until(
                task + " is done",
                () -> taskId(task).filter(String::isEmpty).isPresent(),
                () -> taskId(task).filter(id -> !id.isEmpty()).ifPresent(id -> completeOnce(user, id, entered)));
    }

    private void completeOnce(String user, String taskId, Map<String, ?> entered) {
        Map<String, Object> variables = ChangeOverHttp.variables(entered);
        try {
            caller.post(user, "/engine-rest/task/" + taskId + "/complete", Map.of("variables", variables));
        } catch (AssertionError refused) {
            LOG.info("{}", refused.getMessage());
        }
    }

    /** The id of the open task; blank if there is none, empty if the application did not answer. */
    private Optional<String> taskId(String task) {
        return caller.get("admin", "/engine-rest/task?taskDefinitionKey=" + task)
                .map(tasks -> tasks.isEmpty() ? "" : tasks.get(0).path("id").asText());
    }

    private void appears(String task) {
        LOG.info("Waiting for {}.", task);
        await(task)
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> taskId(task).filter(id -> !id.isEmpty()).isPresent());
    }

    private void review(String user) {
        until(
                user + " has reviewed",
                () -> reviewers().contains(user),
                () -> caller.post(user, CONTROL + "/reviews", Map.of("author", user, "state", "APPROVED")));
    }

    /** Who has reviewed, as the sandbox's GitHub keeps it: asked of its tables, because it is down as often as we are. */
    private List<String> reviewers() {
        return jdbc.queryForList("""
                select account.login from sandbox.github_review review
                join sandbox.github_pull pull on pull.id = review.pull_id and pull.number = 1
                join sandbox.github_account account on account.id = review.author_id
                """, String.class);
    }

    private boolean merged() {
        return !jdbc.queryForList(
                        "select 1 from sandbox.github_pull where number = 1 and merge_sha is not null", Integer.class)
                .isEmpty();
    }

    private void merge() {
        until("it is merged", this::merged, () -> {
            try {
                caller.post("creator", CONTROL + "/merge", Map.of("author", "creator"));
            } catch (AssertionError notYet) {
                LOG.info("{}", notYet.getMessage());
            }
        });
    }

    private void until(String what, java.util.concurrent.Callable<Boolean> reached, Runnable otherwise) {
        await(what)
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptionsInstanceOf(AssertionError.class)
                .until(() -> {
                    if (isReached(reached)) {
                        return true;
                    }
                    otherwise.run();
                    return isReached(reached);
                });
    }

    private static boolean isReached(java.util.concurrent.Callable<Boolean> reached) throws Exception {
        try {
            return reached.call();
        } catch (AssertionError notThere) {
            return false;
        }
    }

    private String state() {
        return caller.get("creator", CHANGE)
                .map(change -> change.path("state").asText())
                .orElse("");
    }

    private String link() {
        return caller.base() + "/sandbox/github/sandbox/vets-api/pull/1";
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return Stream.iterate(0, index -> index < array.size(), index -> index + 1)
                .map(array::get);
    }

    private static List<String> killedAt(Path marks) throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(marks)) {
            files.forEach(file -> names.add(String.valueOf(file.getFileName())));
        }
        return names;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private List<String> command(int port, String database, Path marks) throws IOException {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-Duser.timezone=UTC",
                "-Drakegate.kill.marks=" + marks,
                "-cp",
                classPath(),
                KilledApplication.class.getName(),
                "--spring.profiles.active=sandbox",
                "--server.port=" + port,
                "--spring.datasource.url=" + database,
                "--rakegate.sandbox.samples=false",
                "--rakegate.process.look-again-every=PT5S",
                // what a killed node had locked is free again soon
                "--camunda.bpm.job-execution.lock-time-in-millis=4000",
                "--camunda.bpm.job-execution.max-wait=1000");
    }

    /** The application's own class path, and of the tests no more than what kills it. */
    private String classPath() throws IOException {
        Path killers = Files.createDirectories(folder.resolve("classes/io/rakegate/kill"));
        Path compiled = Path.of("target", "test-classes", "io", "rakegate", "kill");
        try (Stream<Path> classes = Files.list(compiled)) {
            for (Path one : classes.toList()) {
                Files.copy(one, killers.resolve(String.valueOf(one.getFileName())));
            }
        }
        String tests = Path.of("target", "test-classes").toAbsolutePath().toString();
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(path.split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString().equals(tests)
                        ? folder.resolve("classes").toString()
                        : entry)
                .collect(Collectors.joining(File.pathSeparator));
    }
}
