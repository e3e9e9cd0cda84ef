package io.rakegate.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.rakegate.RakegateApplication;
import io.rakegate.identity.Browser;
import io.rakegate.process.catalogue.UserTask;
import io.rakegate.support.CaseCopies;
import io.rakegate.support.TestDatabase;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What all guards together cost: the throughput of the REST API as it is, and of the same build without them on a copy of
 * the same database, by turns in one run. Run it with {@code ./mvnw -Pbenchmark test
 * -Dtest=GuardsBenchmarkTest}.
 */
@Tag("benchmark")
class GuardsBenchmarkTest {

    private static final int CASES = 1_000;
    private static final int TURNS = Integer.getInteger("rakegate.benchmark.turns", 16);
    private static final int WARM_UP_TURNS = 24;
    private static final int ROUNDS_A_TURN = 40;

    @Test
    void requestsASecondWithAndWithoutGuards() {
        String guardedDatabase = TestDatabase.migrated();
        List<String> tasks = prepare(guardedDatabase);
        String bareDatabase = TestDatabase.copyOf(guardedDatabase);
        try (ConfigurableApplicationContext guarded = start(guardedDatabase);
                ConfigurableApplicationContext bare = start(bareDatabase, WithoutGuards.class)) {
            Browser loggedIn = Browser.of("creator", portOf(guarded));
            // the page brings what a script has to send with each change
            loggedIn.page("/camunda/app/tasklist/default/");
            Caller atTheDoor = new Caller(guarded, loggedIn, tasks);
            Caller withoutDoor = new Caller(bare, new Browser(portOf(bare)), tasks);
            for (int i = 0; i < WARM_UP_TURNS; i++) {
                turn(atTheDoor);
                turn(withoutDoor);
            }
            atTheDoor.forget();
            withoutDoor.forget();

            List<Double> withGuards = new ArrayList<>();
            List<Double> withoutGuards = new ArrayList<>();
            for (int i = 0; i < TURNS; i++) {
                withGuards.add(turn(atTheDoor));
                withoutGuards.add(turn(withoutDoor));
            }

            double with = median(withGuards);
            double without = median(withoutGuards);
            System.out.println(String.format(
                    Locale.ROOT,
                    "REST API, median of %d turns: %.0f requests a second with all guards, %.0f without: %.1f %% less",
                    TURNS,
                    with,
                    without,
                    100 * (1 - with / without)));
            System.out.println("  turns with " + rounded(withGuards) + ", without " + rounded(withoutGuards));
            atTheDoor.print("with   ");
            withoutDoor.print("without");
        }
    }

    /** Open cases in which a creator is waited for; the application that made them has ended. */
    private static List<String> prepare(String database) {
        try (ConfigurableApplicationContext running = start(database, Jobs.class)) {
            JdbcTemplate jdbc = running.getBean(JdbcTemplate.class);
            ChangeOverHttp asked = new ChangeOverHttp(
                    new Rakegate(portOf(running)), 1, "bundle exec rake 'claims:backfill_regional_office[2000,live]'");
            asked.start("creator").accepted();
            String task = asked.taskId(UserTask.ANSWER_REQUIRED_QUESTIONS);
            String instance =
                    jdbc.queryForObject("select proc_inst_id_ from act_ru_task where id_ = ?", String.class, task);
            new CaseCopies(jdbc).add(instance, 1, 2 * CASES);
            return jdbc.queryForList(
                    "select id_ from act_ru_task where assignee_ = 'creator' order by id_", String.class);
        }
    }

    private static double turn(Caller caller) {
        caller.takesOver();
        long start = System.nanoTime();
        int requests = 0;
        for (int i = 0; i < ROUNDS_A_TURN; i++) {
            requests += caller.works();
        }
        return requests / ((System.nanoTime() - start) / 1e9);
    }

    private static List<Long> rounded(List<Double> values) {
        return values.stream().map(Math::round).toList();
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private static ConfigurableApplicationContext start(String database, Class<?>... more) {
        int port = FreePort.choose();
        List<Class<?>> sources = new ArrayList<>(List.of(more));
        sources.add(RakegateApplication.class);
        boolean jobs = sources.remove(Jobs.class);
        return new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
                .profiles("sandbox")
                .initializers(context ->
                        context.getBeanFactory().registerSingleton("onlyTheApplication", new OnlyTheApplication()))
                .run(
                        "--server.port=" + port,
                        "--spring.datasource.url=" + database,
                        "--camunda.bpm.job-execution.enabled=" + jobs,
                        "--camunda.bpm.authorization.enabled=" + !sources.contains(WithoutGuards.class),
                        "--rakegate.sandbox.samples=false",
                        "--rakegate.http.requests-per-minute=10000000",
                        "--rakegate.audit.signing.generated-key-file=target/guards/signing-key.pem",
                        "--rakegate.audit.archive.folder=target/guards/archive",
                        "--logging.level.root=error");
    }

    private static int portOf(ConfigurableApplicationContext context) {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** Says that jobs are to run. */
    private static final class Jobs {}

    /** Somebody who looks for their tasks and takes one up, as a program of the REST API. */
    private static final class Caller {

        private final ProcessEngine engine;
        private final Browser browser;
        private final int port;
        private final List<String> tasks;
        private final Map<String, List<Double>> took = new java.util.TreeMap<>();
        private int next;

        Caller(ConfigurableApplicationContext context, Browser browser, List<String> tasks) {
            this.engine = context.getBean(ProcessEngine.class);
            this.browser = browser;
            this.port = portOf(context);
            this.tasks = tasks;
        }

        /** The REST API finds its engine in a registry of the virtual machine, where there is room for one. */
        void takesOver() {
            ProcessEngines.registerProcessEngine(engine);
        }

        /** How many requests it was. */
        int works() {
            String task = tasks.get(next++ % tasks.size());
            call("GET", "/task?active=true&sortBy=created&sortOrder=desc&maxResults=15", 200);
            call("GET", "/task/count?candidateGroup=team-benefits&includeAssignedTasks=true", 200);
            call("GET", "/task/" + task, 200);
            call("GET", "/task/" + task + "/variables?deserializeValues=false", 200);
            call("GET", "/task/" + task + "/identity-links", 200);
            call("POST", "/task/" + task + "/unclaim", 204);
            call("POST", "/task/" + task + "/claim", 204);
            call("GET", "/history/user-operation/count?taskId=" + task, 200);
            return 8;
        }

        private void call(String method, String path, int expected) {
            long start = System.nanoTime();
            var answer =
                    browser.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/engine-rest" + path))
                            .header("Content-Type", "application/json")
                            .header("X-RAKEGATE-CSRF", String.valueOf(browser.cookie("RAKEGATE-CSRF")))
                            .method(
                                    method,
                                    method.equals("GET")
                                            ? BodyPublishers.noBody()
                                            : BodyPublishers.ofString("{\"userId\":\"creator\"}")));
            took.computeIfAbsent(method + " " + path.replaceAll("[0-9a-f-]{32,}", "…"), key -> new ArrayList<>())
                    .add((System.nanoTime() - start) / 1e6);
            assertThat(answer.statusCode())
                    .as("%s %s: %s", method, path, answer.body())
                    .isEqualTo(expected);
        }

        /** What was measured while the machine was still compiling. */
        void forget() {
            took.clear();
        }

        void print(String how) {
            took.forEach((what, all) ->
                    System.out.println(String.format(Locale.ROOT, "  %s %6.1f ms  %s", how, median(all), what)));
        }
    }
}
