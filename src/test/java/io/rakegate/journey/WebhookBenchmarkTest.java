package io.rakegate.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.rakegate.support.WithServerDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * How many deliveries are taken a second, over HTTP and into PostgreSQL, beside bare inserts of the same machine in the
 * same run; that none is lost is asserted, no time is. Run it with
 * {@code ./mvnw -Pbenchmark test -Dtest=WebhookBenchmarkTest}.
 */
@Tag("benchmark")
@WholeApplication
@WithServerDatabase
@TestPropertySource(properties = "camunda.bpm.job-execution.enabled=false")
class WebhookBenchmarkTest {

    private static final int CHANGES = 100;
    private static final int SENDERS = 8;
    private static final long WARM_UP_SECONDS = 10;
    private static final long SECONDS = 30;
    private static final long BARE_SECONDS = 10;
    private static final String PADDING = "x".repeat(20_000);
    private static final String PAYLOAD = """
            {"action": "synchronize", "pull_request": {"number": %d, "body": "%s"},
             "repository": {"full_name": "sandbox/vets-api"}}""";

    @Autowired
    private Environment environment;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private JdbcClient jdbc;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @DynamicPropertySource
    static void port(DynamicPropertyRegistry properties) {
        int port = FreePort.choose();
        properties.add("server.port", () -> port);
    }

    @Test
    void deliveriesASecond() throws Exception {
        Rakegate rakegate = new Rakegate(environment.getRequiredProperty("local.server.port", Integer.class));
        int[] numbers = startChanges(rakegate);
        jdbc.sql("create table bare_insert (id text primary key, received_at timestamptz not null)")
                .update();
        int sent = sendFor(WARM_UP_SECONDS, rakegate.base(), numbers).size();

        sent += measure("while two looks at each pull request wait", rakegate, numbers);
        assertThat(looks()).isEqualTo(2 * CHANGES);

        nodesTakeUpEachLookAtOnce();
        int each = measure("where each asks for a look", rakegate, numbers);
        assertThat(looks()).isEqualTo(2 * CHANGES + each);
        assertThat(count("select count(*) from github_delivery")).isEqualTo(sent + each);
    }

    private int measure(String what, Rakegate rakegate, int[] numbers) throws Exception {
        double before = bareInserts();
        CpuTime start = CpuTime.now(jdbc);
        List<Long> taken = sendFor(SECONDS, rakegate.base(), numbers);
        CpuTime used = CpuTime.now(jdbc).since(start);
        double after = bareInserts();
        System.out.println("Deliveries " + what + ":");
        print(taken, before, after);
        print(used, taken.size());
        return taken.size();
    }

    private long looks() {
        return count("""
                select count(*) from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_
                where d.act_id_ = 'Start_PullRequestChanged'""");
    }

    /** Jobs are not run here: what is asked for is made to look as if another node had taken it up already. */
    private void nodesTakeUpEachLookAtOnce() {
        jdbc.sql("update act_ru_job set lock_owner_ = 'another node'").update();
        jdbc.sql("""
                create function take_up() returns trigger language plpgsql as
                $$ begin new.lock_owner_ := 'another node'; return new; end $$""").update();
        jdbc.sql("create trigger take_up before insert on act_ru_job for each row execute function take_up()")
                .update();
    }

    private int[] startChanges(Rakegate rakegate) {
        int[] numbers = new int[CHANGES];
        for (int i = 0; i < CHANGES; i++) {
            var opened = rakegate.post(
                            "creator",
                            "/sandbox/github/control/sandbox/vets-api/pulls",
                            Map.of("author", "creator", "title", "Task " + i, "branch", "task-" + i, "files", Map.of()))
                    .accepted();
            numbers[i] = opened.path("number").asInt();
            rakegate.post(
                            "creator",
                            "/api/changes",
                            Map.of(
                                    "pullRequest",
                                    rakegate.base() + "/sandbox/github/sandbox/vets-api/pull/" + numbers[i],
                                    "team",
                                    "benefits",
                                    "command",
                                    "bundle exec rake a:b"))
                    .accepted();
        }
        return numbers;
    }

    /** Nanoseconds of each delivery that was taken; every sender sends the next as soon as one is answered. */
    private List<Long> sendFor(long seconds, String base, int[] numbers) throws Exception {
        AtomicInteger next = new AtomicInteger();
        return inParallel(seconds, end -> {
            List<Long> took = new ArrayList<>();
            while (System.nanoTime() < end) {
                String body = PAYLOAD.formatted(numbers[next.getAndIncrement() % numbers.length], PADDING);
                HttpRequest delivery = delivery(base, body);
                long start = System.nanoTime();
                int status = http.send(delivery, BodyHandlers.discarding()).statusCode();
                took.add(System.nanoTime() - start);
                assertThat(status).isEqualTo(202);
            }
            return took;
        });
    }

    private static HttpRequest delivery(String base, String body) {
        return HttpRequest.newBuilder(URI.create(base + "/webhooks/github"))
                .header("Content-Type", "application/json")
                .header("X-GitHub-Event", "pull_request")
                .header("X-GitHub-Delivery", UUID.randomUUID().toString())
                .header("X-Hub-Signature-256", Rakegate.signature(body))
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private double bareInserts() throws Exception {
        List<Long> inserted = inParallel(BARE_SECONDS, end -> {
            List<Long> took = new ArrayList<>();
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement insert = connection.prepareStatement(
                            "insert into bare_insert (id, received_at) values (?, now())")) {
                while (System.nanoTime() < end) {
                    long start = System.nanoTime();
                    insert.setString(1, UUID.randomUUID().toString());
                    insert.executeUpdate();
                    took.add(System.nanoTime() - start);
                }
            }
            return took;
        });
        return inserted.size() / (double) BARE_SECONDS;
    }

    private interface Sender {
        List<Long> until(long end) throws Exception;
    }

    private static List<Long> inParallel(long seconds, Sender sender) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(SENDERS);
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            List<Callable<List<Long>>> all = new ArrayList<>();
            for (int i = 0; i < SENDERS; i++) {
                all.add(() -> sender.until(end));
            }
            List<Long> took = new ArrayList<>();
            for (Future<List<Long>> one : threads.invokeAll(all)) {
                took.addAll(one.get());
            }
            return took;
        } finally {
            threads.shutdownNow();
        }
    }

    private static void print(List<Long> taken, double before, double after) {
        long[] sorted = taken.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%d deliveries of 20 KB in %d s by %d senders: %.0f a second; p50 %.1f ms, p95 %.1f ms, p99 %.1f ms;"
                        + " bare insert and commit: %.0f a second before, %.0f after%n",
                sorted.length,
                SECONDS,
                SENDERS,
                sorted.length / (double) SECONDS,
                milliseconds(sorted, 0.5),
                milliseconds(sorted, 0.95),
                milliseconds(sorted, 0.99),
                before,
                after);
    }

    private static void print(CpuTime used, int deliveries) {
        double application = used.application().toNanos() / 1e6 / deliveries;
        double database = used.database().toNanos() / 1e6 / deliveries;
        System.out.printf(
                Locale.ROOT,
                "processor time of one delivery: %.2f ms application and load tool, %.2f ms database; so two processors"
                        + " would take at most %.0f a second%n",
                application,
                database,
                2000 / (application + database));
    }

    private static double milliseconds(long[] sorted, double share) {
        return Arrays.stream(sorted)
                        .skip((long) (sorted.length * share))
                        .findFirst()
                        .orElseThrow()
                / 1e6;
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
