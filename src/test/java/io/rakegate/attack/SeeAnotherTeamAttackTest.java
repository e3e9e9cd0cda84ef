package io.rakegate.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.rakegate.identity.Browser;
import io.rakegate.journey.ChangeOverHttp;
import io.rakegate.journey.Rakegate;
import io.rakegate.process.catalogue.UserTask;
import jakarta.servlet.ServletContext;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Somebody of the team Claims tries to see a change of the team Benefits: it is as if it were not there. */
class SeeAnotherTeamAttackTest extends AttackTestBase {

    private static final String INTRUDER = "creator2";
    private static final String CHANGE = "/api/changes/sandbox/vets-api/1";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ServletContext servlets;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private HistoryService history;

    @Autowired
    private ManagementService management;

    @Autowired
    private IdentityService identity;

    @Autowired
    private TaskService tasks;

    private Task task;
    private String instance;

    @BeforeEach
    void aChangeOfBenefitsIsOpen() {
        task = targets.task(UserTask.ANSWER_REQUIRED_QUESTIONS);
        instance = task.getProcessInstanceId();
    }

    @Tried(
            value = "See or touch another team's change by its id: every route of the engine with an id in it",
            outcome = "what there is for an id that does not exist; nothing changes")
    @Test
    void byItsIdItIsAsIfItWereNotThere() {
        Map<String, String> before = targets.state(task);
        List<String> different = new ArrayList<>();
        Map<String, String> ids = idsOfTheChange();
        int tried = 0;
        for (String route : Routes.of(context, servlets)) {
            String path = route.substring(route.indexOf(' ') + 1);
            for (Map.Entry<String, String> one : ids.entrySet()) {
                String prefix = "/engine-rest/" + one.getKey() + "/{id}";
                if (path.equals(prefix) || path.startsWith(prefix + "/")) {
                    tried++;
                    String there = answer(route, one.getValue());
                    String absent = answer(route, UUID.randomUUID().toString());
                    if (!there.equals(absent) || there.startsWith("2")) {
                        different.add(route + "\n  there:  " + there + "\n  absent: " + absent);
                    }
                }
            }
        }

        assertThat(different)
                .as("routes that tell what is hidden from what is not there")
                .isEmpty();
        assertThat(tried).isGreaterThan(80);
        assertThat(targets.state(task)).isEqualTo(before);
    }

    @Tried(
            value = "Comment on another team's change, running or ended, by naming it in a comment on one's own task",
            outcome = "400 with a sentence, as for an id that does not exist; nothing is kept; in the operation log")
    @Test
    void aCommentStaysWithTheTaskItIsSentTo() {
        Task own = firstTaskOf(startedBy(INTRUDER, "claims"));
        int recorded = targets.refusals(INTRUDER).size();

        HttpResponse<String> running = commentOn(own, instance);
        HttpResponse<String> ended = commentOn(own, endedInstance());
        HttpResponse<String> absent = commentOn(own, UUID.randomUUID().toString());
        HttpResponse<String> onTheirTask = commentOn(task, instance);
        HttpResponse<String> allowed = commentOn(own, own.getProcessInstanceId());

        for (HttpResponse<String> refused : List.of(running, ended, absent)) {
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
            assertThat(Targets.sentence(refused)).contains("without processInstanceId");
            assertThat(refused.body()).isEqualTo(absent.body());
        }
        assertThat(onTheirTask.statusCode()).as(onTheirTask.body()).isEqualTo(404);
        assertThat(allowed.statusCode()).as(allowed.body()).isEqualTo(200);
        assertThat(tasks.getProcessInstanceComments(instance)).isEmpty();
        assertThat(targets.refusals(INTRUDER)).hasSizeGreaterThan(recorded);
    }

    /** Should something come past the door, without a task. */
    @Test
    void aCommentGoesToARunningChangeThatOneSees() {
        List<String> notThere =
                List.of(instance, endedInstance(), UUID.randomUUID().toString());

        identity.setAuthentication(INTRUDER, List.of("team-claims"));
        try {
            for (String change : notThere) {
                assertThatThrownBy(() -> tasks.createComment(null, change, "x"))
                        .isInstanceOf(AuthorizationException.class)
                        .hasMessageContaining("no such running change");
            }
        } finally {
            identity.clearAuthentication();
        }

        assertThat(notThere)
                .allMatch(change -> tasks.getProcessInstanceComments(change).isEmpty());
    }

    private HttpResponse<String> commentOn(Task own, String commented) {
        return targets.rest(
                INTRUDER,
                "POST",
                "/task/" + own.getId() + "/comment/create",
                "{\"message\":\"x\",\"processInstanceId\":\"" + commented + "\"}");
    }

    private Task firstTaskOf(String change) {
        ChangeOverHttp asked = new ChangeOverHttp(
                new Rakegate(targets.port()), Integer.parseInt(change.substring(change.lastIndexOf('/') + 1)), "");
        return tasks.createTaskQuery().taskId(asked.firstTaskId()).singleResult();
    }

    /** A change of the team Benefits that has been withdrawn. */
    private String endedInstance() {
        String change = startedBy("creator", "benefits");
        String withdrawn = firstTaskOf(change).getProcessInstanceId();
        // a job of the change may be at work at the same moment
        await("the withdrawal of " + change)
                .until(
                        () -> targets.api(
                                        "creator",
                                        "POST",
                                        change + "/withdrawal",
                                        "{\"reason\":\"Nobody needs it any more.\"}")
                                .statusCode(),
                        status -> status == 202);
        await("the end of " + change)
                .until(() -> history.createHistoricProcessInstanceQuery()
                                .processInstanceId(withdrawn)
                                .finished()
                                .count()
                        == 1);
        return withdrawn;
    }

    @Tried(
            value = "Find another team's changes in a list, a count or a report",
            surface = "`/engine-rest`, and in Tasklist and Cockpit",
            outcome = "not among what is found")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "task",
                "process-instance",
                "execution",
                "variable-instance",
                "job",
                "incident",
                "event-subscription",
                "history/task",
                "history/process-instance",
                "history/activity-instance",
                "history/variable-instance",
                "history/detail",
                "history/job-log",
                "history/incident",
                "history/identity-link-log"
            })
    void inNoListItIsFound(String list) {
        HttpResponse<String> all = targets.rest(INTRUDER, "GET", "/" + list + "?maxResults=10000", "");
        HttpResponse<String> byProcess =
                targets.rest(INTRUDER, "GET", "/" + list + "?processInstanceId=" + instance, "");
        HttpResponse<String> inTasklist =
                targets.tasklist(INTRUDER).call("POST", "/" + list, "{\"processInstanceId\":\"" + instance + "\"}");
        HttpResponse<String> auditor = targets.rest("auditor", "GET", "/" + list + "?maxResults=10000", "");

        assertThat(all.statusCode()).as(all.body()).isEqualTo(200);
        assertThat(all.body() + byProcess.body() + inTasklist.body()).doesNotContain(instance, task.getId());
        if (!list.endsWith("incident")) {
            assertThat(auditor.body()).contains(instance);
        }
    }

    @Tried(
            value = "Follow another team's change in the statistics of its process, narrowed down to it or to its time",
            surface = "`/engine-rest`, and in Tasklist and Cockpit",
            outcome = "403 with a sentence; in the operation log")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "processInstanceIdIn={instance}",
                "startedAfter=2020-01-01T00:00:00.000%2B0000",
                "startedBefore=2099-01-01T00:00:00.000%2B0000",
                "finishedAfter=2020-01-01T00:00:00.000%2B0000",
                "finishedBefore=2099-01-01T00:00:00.000%2B0000&finished=true"
            })
    void noStatisticsAreNarrowedDownToIt(String narrowed) {
        String plain = "/history/process-definition/" + targets.definitionId() + "/statistics";
        String path = plain + "?" + narrowed.replace("{instance}", instance);
        int recorded = targets.refusals(INTRUDER).size();

        for (HttpResponse<String> answer : List.of(
                targets.rest(INTRUDER, "GET", path, ""),
                targets.rest(INTRUDER, "GET", "/engine/default" + path, ""),
                targets.tasklist(INTRUDER).call("GET", path, ""))) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
            assertThat(Targets.sentence(answer)).contains("all changes together");
        }

        assertThat(targets.refusals(INTRUDER)).hasSize(recorded + 3);
        assertThat(targets.rest(INTRUDER, "GET", plain, "").statusCode()).isEqualTo(200);
        assertThat(targets.rest("auditor", "GET", path, "").statusCode()).isEqualTo(200);
    }

    @Tried(
            value = "Find another team's tasks with the filters of Tasklist",
            surface = "Tasklist",
            outcome = "not among what is found, nor counted")
    @Test
    void noFilterOfTasklistShowsIt() {
        TasklistSession intruder = targets.tasklist(INTRUDER);
        TasklistSession console = targets.tasklist("console");
        for (JsonNode filter : Browser.json(intruder.call("GET", "/filter", ""))) {
            String path = "/filter/" + filter.path("id").asText();
            assertThat(intruder.call("POST", path + "/list?firstResult=0&maxResults=2000", "{}")
                            .body())
                    .doesNotContain(instance);
            if (filter.path("name").asText().equals("All open")) {
                assertThat(countOf(intruder, path)).isLessThan(countOf(console, path));
                assertThat(console.call("POST", path + "/list?firstResult=0&maxResults=2000", "{}")
                                .body())
                        .contains(task.getId());
            }
        }
    }

    private static int countOf(TasklistSession session, String filter) {
        return Browser.json(session.call("GET", filter + "/count", ""))
                .path("count")
                .asInt(-1);
    }

    @Tried(
            value = "See or touch another team's change: its findings, trail, bundle, evidence, quarantine, pages",
            surface = "`/api`, `/changes`",
            outcome = "404")
    @ParameterizedTest
    @CsvSource({
        "GET,''",
        "GET,/findings",
        "GET,/events",
        "GET,/events/verification",
        "GET,/evidence",
        "GET,/evidence/00000000-0000-0000-0000-000000000000",
        "GET,/evidence/00000000-0000-0000-0000-000000000000/file",
        "GET,/quarantine",
        "GET,/quarantine/00000000-0000-0000-0000-000000000000/file",
        "POST,/quarantine/00000000-0000-0000-0000-000000000000/decision",
        "POST,/withdrawal",
        "POST,/evidence/local",
        "POST,/evidence/local/reading"
    })
    void ourInterfacesDoNotKnowIt(String method, String path) {
        String body = "{\"accept\":true,\"reason\":\"x\"}";
        HttpResponse<String> there = targets.api(INTRUDER, method, CHANGE + path, body);
        HttpResponse<String> absent = targets.api(INTRUDER, method, CHANGE.replace("/1", "/4711") + path, body);

        assertThat(there.statusCode()).as(there.body()).isEqualTo(404);
        assertThat(there.body().replace("vets-api/1", "…").replace("#1", "#…"))
                .isEqualTo(absent.body().replace("vets-api/4711", "…").replace("#4711", "#…"));
    }

    @Tried(
            value = "Ask for a change in the name of a team one is not in, whose lead would then approve it",
            surface = "`/api`, `/engine-rest`",
            outcome = "refused with a sentence; no change starts")
    @Test
    void nobodyAsksForAChangeOfAnotherTeam() {
        HttpResponse<String> byUs = targets.api(INTRUDER, "POST", "/api/changes", """
                {"pullRequest": "%s", "team": "benefits", "command": "bundle exec rake a:b"}""".formatted(linkOf(3)));
        HttpResponse<String> byTheEngine =
                targets.rest(INTRUDER, "POST", "/process-definition/key/ProdDbChange/start", """
                {"variables": {"pullRequestLink": {"value": "%s"}, "team": {"value": "benefits"},
                 "command": {"value": "bundle exec rake a:b"}}}""".formatted(linkOf(3)));

        assertThat(byUs.statusCode()).isEqualTo(422);
        assertThat(byUs.body()).contains("You are not in the team");
        assertThat(byTheEngine.statusCode()).isBetween(400, 422);
        assertThat(byTheEngine.body()).contains("You are not in the team");
        assertThat(targets.api("auditor", "GET", "/api/changes/sandbox/vets-api/3", "")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void ourPagesDoNotShowItAndTheListsLeaveItOut() {
        Browser intruder = Browser.of(INTRUDER, targets.port());

        assertThat(intruder.page("/changes/sandbox/vets-api/1").statusCode()).isEqualTo(404);
        assertThat(intruder.page(CHANGE + "/audit.zip").statusCode()).isEqualTo(404);
        assertThat(intruder.page("/changes/sandbox/vets-api/1/diagram.bpmn").statusCode())
                .isEqualTo(404);
        for (String query : List.of("", "?team=benefits", "?text=vets-api", "?state=running", "?overdue=true")) {
            assertThat(intruder.page("/changes" + query).body()).doesNotContain("vets-api/1\"", "vets-api#1<");
        }
        assertThat(targets.api(INTRUDER, "GET", "/api/changes", "").body()).doesNotContain("vets-api/1\"");
        assertThat(targets.api("creator", "GET", "/api/changes", "").body()).contains("vets-api/1\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"creator", "lead", "console", "operator", "platform", "owner", "auditor", "admin"})
    void whoItConcernsSeesIt(String person) {
        assertThat(targets.api(person, "GET", CHANGE, "").statusCode()).isEqualTo(200);
        assertThat(targets.rest(person, "GET", "/task/" + task.getId(), "").statusCode())
                .isEqualTo(200);
        assertThat(targets.rest(person, "GET", "/process-instance/" + instance + "/variables", "")
                        .statusCode())
                .isEqualTo(200);
        assertThat(Browser.of(person, targets.port())
                        .page("/changes/sandbox/vets-api/1")
                        .statusCode())
                .isEqualTo(200);
    }

    @Tried(
            value = "Find another team's changes in Cockpit, which asks the database without the engine",
            surface = "Cockpit",
            outcome = "not among what is counted; who serves all teams finds them")
    @Test
    void cockpitShowsEachTheirOwn() {
        int all = (int) runtime.createProcessInstanceQuery()
                .processDefinitionKey("ProdDbChange")
                .count();

        assertThat(countedInCockpit("owner")).isEqualTo(all);
        assertThat(countedInCockpit("auditor")).isEqualTo(all);
        assertThat(countedInCockpit("admin")).isEqualTo(all);
        assertThat(countedInCockpit(INTRUDER)).isLessThan(all);
    }

    private int countedInCockpit(String person) {
        TasklistSession session = new TasklistSession(person, targets.port());
        HttpResponse<String> counted = session.cockpit(
                "POST", "/process-instance/count", "{\"processDefinitionId\":\"" + targets.definitionId() + "\"}");
        assertThat(counted.statusCode()).as(counted.body()).isEqualTo(200);
        return Integer.parseInt(counted.body().replaceAll("\\D", ""));
    }

    @Test
    void whoMovesToAnotherTeamSeesTheirOwnChangesStillAndNoOtherOnes() {
        targets.add("mover");
        identity.createMembership("mover", "team-benefits");
        String asked = startedBy("mover", "benefits");

        identity.deleteMembership("mover", "team-benefits");
        identity.createMembership("mover", "team-claims");

        assertThat(seenBy("mover", asked)).isTrue();
        assertThat(seenBy("creator", asked)).isTrue();
        assertThat(seenBy("creator2", asked)).isFalse();
        assertThat(seenBy("mover", CHANGE)).isFalse();
    }

    @Test
    void aPullRequestThatAnotherTeamHasAChangeOfGetsNoSecondOne() {
        var again = new Rakegate(targets.port())
                .post(
                        INTRUDER,
                        "/api/changes",
                        Map.of("pullRequest", linkOf(1), "team", "claims", "command", "bundle exec rake a:b"));

        assertThat(again.status()).isEqualTo(409);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey("sandbox/vets-api#1")
                        .count())
                .isEqualTo(1);
    }

    private boolean seenBy(String person, String change) {
        int status = targets.api(person, "GET", change, "").statusCode();
        assertThat(status).isIn(200, 404);
        return status == 200;
    }

    /** The address of a change that somebody has just asked for in the name of a team. */
    private String startedBy(String person, String team) {
        Rakegate rakegate = new Rakegate(targets.port());
        int number = rakegate.post(
                        person,
                        "/sandbox/github/control/sandbox/vets-api/pulls",
                        Map.of("author", "creator", "title", "A task", "branch", "task-" + person, "files", Map.of()))
                .accepted()
                .path("number")
                .asInt();
        rakegate.post(
                        person,
                        "/api/changes",
                        Map.of("pullRequest", linkOf(number), "team", team, "command", "bundle exec rake a:b"))
                .accepted();
        return "/api/changes/sandbox/vets-api/" + number;
    }

    private String linkOf(int number) {
        return "http://localhost:" + targets.port() + "/sandbox/github/sandbox/vets-api/pull/" + number;
    }

    private Map<String, String> idsOfTheChange() {
        Map<String, String> ids = new LinkedHashMap<>();
        ids.put("task", task.getId());
        ids.put("process-instance", instance);
        ids.put("execution", task.getExecutionId());
        ids.put(
                "variable-instance",
                runtime.createVariableInstanceQuery()
                        .processInstanceIdIn(instance)
                        .variableName("team")
                        .singleResult()
                        .getId());
        ids.put(
                "job",
                management
                        .createJobQuery()
                        .processInstanceId(instance)
                        // the others are gone in a moment
                        .orderByJobDuedate()
                        .desc()
                        .listPage(0, 1)
                        .get(0)
                        .getId());
        ids.put("history/process-instance", instance);
        ids.put(
                "history/activity-instance",
                history.createHistoricActivityInstanceQuery()
                        .processInstanceId(instance)
                        .listPage(0, 1)
                        .get(0)
                        .getId());
        ids.put(
                "history/variable-instance",
                history.createHistoricVariableInstanceQuery()
                        .processInstanceId(instance)
                        .listPage(0, 1)
                        .get(0)
                        .getId());
        ids.put(
                "history/detail",
                history.createHistoricDetailQuery()
                        .processInstanceId(instance)
                        .listPage(0, 1)
                        .get(0)
                        .getId());
        ids.put(
                "history/job-log",
                history.createHistoricJobLogQuery()
                        .processInstanceId(instance)
                        .listPage(0, 1)
                        .get(0)
                        .getId());
        return ids;
    }

    /** The status and the body, without what names the id. */
    private String answer(String route, String id) {
        String method = route.substring(0, route.indexOf(' '));
        String path = route.substring(route.indexOf(' ') + 1)
                .replaceFirst("\\{id}", id)
                .replaceAll("\\{[^}]*}", "team")
                .substring("/engine-rest".length());
        HttpResponse<String> answer = targets.rest(INTRUDER, method, path, "{}");
        return answer.statusCode() + " " + answer.body().replace(id, "ID");
    }
}
