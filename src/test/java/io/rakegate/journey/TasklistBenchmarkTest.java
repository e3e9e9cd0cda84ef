package io.rakegate.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rakegate.identity.Acting;
import io.rakegate.identity.Browser;
import io.rakegate.identity.People;
import io.rakegate.identity.Person;
import io.rakegate.process.catalogue.UserTask;
import io.rakegate.support.CaseCopies;
import io.rakegate.support.WithDatabase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * How long Tasklist takes with few and with many open cases, over HTTP and as real people with this product's grants; who
 * sees which tasks is asserted, no time is. Run it with {@code ./mvnw -Pbenchmark test
 * -Dtest=TasklistBenchmarkTest}.
 */
@Tag("benchmark")
@WholeApplication
@WithDatabase
class TasklistBenchmarkTest {

    private static final int FEW = 100;
    private static final int MANY = Integer.getInteger("rakegate.benchmark.cases", 20_000);
    private static final int ROUNDS = 41;
    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final Map<String, List<String>> GROUPS = new LinkedHashMap<>(Map.of(
            "creator", List.of("team-benefits"),
            "creator2", List.of("team-claims"),
            "lead", List.of("team-benefits", "team-benefits-leads", "team-claims-leads"),
            "console", List.of("console-services"),
            "operator", List.of("prod-operators", "team-benefits")));

    @Autowired
    private Environment environment;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private FilterService filters;

    @Autowired
    private JobExecutor jobs;

    @Autowired
    private TaskService tasks;

    @Autowired
    private Acting acting;

    @Autowired
    private People people;

    private final Map<String, Browser> sessions = new LinkedHashMap<>();

    @DynamicPropertySource
    static void port(DynamicPropertyRegistry properties) {
        int port = FreePort.choose();
        properties.add("server.port", () -> port);
        properties.add("rakegate.http.requests-per-minute", () -> 1_000_000);
    }

    @Test
    void tasklistWithFewAndWithManyOpenCases() {
        List<String> templates = templates();
        CaseCopies copies = new CaseCopies(jdbc);
        Map<String, double[]> figures = new LinkedHashMap<>();

        grow(copies, templates, templates.size(), FEW);
        measure(figures, 0);
        grow(copies, templates, FEW, MANY);
        measure(figures, 1);

        print(figures);
    }

    /** A case in which the team is waited for and one in which both approvers are, taken there over HTTP. */
    private List<String> templates() {
        Rakegate rakegate = new Rakegate(port());
        ChangeOverHttp asked =
                new ChangeOverHttp(rakegate, 1, "bundle exec rake 'claims:backfill_regional_office[2000,live]'");
        asked.start("creator").accepted();
        ChangeOverHttp prepared =
                new ChangeOverHttp(rakegate, 2, "bundle exec rake in_progress_forms:normalise_phones");
        prepared.prepare("creator");
        List<String> tasks = List.of(
                asked.taskId(UserTask.ANSWER_REQUIRED_QUESTIONS),
                prepared.taskId(UserTask.APPROVE_AS_ENGINEERING_LEAD));
        jobs.shutdown();
        return tasks.stream()
                .map(task ->
                        jdbc.queryForObject("select proc_inst_id_ from act_ru_task where id_ = ?", String.class, task))
                .toList();
    }

    private void grow(CaseCopies copies, List<String> templates, int from, int to) {
        int share = templates.size();
        for (int i = 0; i < share; i++) {
            int own = i;
            int count = (int)
                    IntStream.range(from, to).filter(n -> n % share == own).count();
            int first = from * 10 + i * (to - from) + 1;
            copies.add(templates.get(i), first, first + count - 1);
        }
        assertThat(jdbc.queryForObject(
                        "select count(*) from act_ru_execution where parent_id_ is null and super_exec_ is null",
                        Integer.class))
                .isEqualTo(to);
    }

    private void measure(Map<String, double[]> figures, int size) {
        for (String person : new TreeSet<>(GROUPS.keySet())) {
            String filter = filter("My team's tasks");
            Set<String> expected = expected(person);
            assertThat(seen(person, filter)).as("tasks of %s", person).isEqualTo(expected);
            String named = person + " (" + GROUPS.get(person).size() + " groups)";
            take(figures, size, named + ": count", () -> {
                int count = counted(person, filter);
                assertThat(count).isEqualTo(expected.size());
            });
            take(figures, size, named + ": one page", () -> page(person, filter));
            Person known = people.find(person).orElseThrow();
            take(figures, size, person + ", in the engine: count", () -> acting.as(known, () -> filters.count(filter)));
            take(figures, size, person + ", in the engine: one page", () -> acting.as(known, () -> enginePage(known)));
            take(
                    figures,
                    size,
                    person + ", nothing checked: count",
                    () -> ofGroups(known).count());
            take(figures, size, person + ", nothing checked: one page", () -> enginePage(known));
        }
        String all = filter("All open");
        int open = jdbc.queryForObject("select count(*) from act_ru_task", Integer.class);
        take(figures, size, "auditor, all open: count", () -> {
            assertThat(counted("auditor", all)).isEqualTo(open);
        });
        take(figures, size, "auditor, all open: one page", () -> page("auditor", all));
    }

    private List<Task> enginePage(Person person) {
        return ofGroups(person).orderByTaskCreateTime().desc().listPage(0, 15);
    }

    private TaskQuery ofGroups(Person person) {
        return tasks.createTaskQuery()
                .active()
                .taskCandidateGroupIn(List.copyOf(person.groups()))
                .includeAssignedTasks();
    }

    private void take(Map<String, double[]> figures, int size, String what, Runnable work) {
        IntStream.range(0, ROUNDS / 4).forEach(warmUp -> work.run());
        figures.computeIfAbsent(what, key -> new double[2])[size] = IntStream.range(0, ROUNDS)
                .mapToDouble(round -> {
                    long start = System.nanoTime();
                    work.run();
                    return (System.nanoTime() - start) / 1e6;
                })
                .sorted()
                .skip(ROUNDS / 4)
                .findFirst()
                .orElseThrow();
    }

    private int counted(String person, String filter) {
        return Browser.json(session(person).get(ENGINE + "/filter/" + filter + "/count", "application/json"))
                .path("count")
                .asInt(-1);
    }

    /** The page that Tasklist shows, asked for as its script does. */
    private JsonNode page(String person, String filter) {
        var answer = session(person)
                .postToTasklist(
                        "/filter/" + filter + "/list?firstResult=0&maxResults=15",
                        "{\"sorting\":[{\"sortBy\":\"created\",\"sortOrder\":\"desc\"}]}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Browser.json(answer);
    }

    private Set<String> seen(String person, String filter) {
        var answer =
                session(person).postToTasklist("/filter/" + filter + "/list?firstResult=0&maxResults=100000", "{}");
        List<String> ids = new ArrayList<>();
        Browser.json(answer).forEach(task -> ids.add(task.path("id").asText()));
        assertThat(ids).doesNotHaveDuplicates();
        return new TreeSet<>(ids);
    }

    /** What the database says is offered to somebody's groups, whatever the engine's checks say. */
    private Set<String> expected(String person) {
        List<String> groups = GROUPS.get(person);
        return new TreeSet<>(jdbc.queryForList(
                "select task.id_ from act_ru_task task where exists (select 1 from act_ru_identitylink link"
                        + " where link.task_id_ = task.id_ and link.type_ = 'candidate' and link.group_id_ = any(?))",
                String.class,
                (Object) groups.toArray(String[]::new)));
    }

    private String filter(String name) {
        return filters.createFilterQuery().filterName(name).singleResult().getId();
    }

    private Browser session(String person) {
        return sessions.computeIfAbsent(person, id -> Browser.of(id, port()));
    }

    private int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    private static void print(Map<String, double[]> figures) {
        System.out.println(String.format(
                Locale.ROOT,
                "Tasklist over HTTP, lower quartile of %d, milliseconds, with %d and with %d open cases:",
                ROUNDS,
                FEW,
                MANY));
        figures.forEach((what, took) -> System.out.println(String.format(
                Locale.ROOT, "  %-40s %8.1f %8.1f   %5.1f times", what, took[0], took[1], took[1] / took[0])));
    }
}
