package io.rakegate.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rakegate.identity.Browser;
import io.rakegate.process.catalogue.UserTask;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Doors that nobody thinks of: other spellings, verbs and media types, and the corners of the engine's interface. */
class SideDoorsAttackTest extends AttackTestBase {

    private static final String EXPRESSION = "{\"orQueries\":[{\"assigneeExpression\":\"${1+1}\"}]}";

    @Autowired
    private IdentityService identity;

    @Autowired
    private FilterService filters;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    @Tried(
            value = "Reach the set-up of a first administrator by another spelling of its path",
            surface = "Admin",
            outcome = "turned away; nobody is added")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/setup/default/user/create/",
                "/camunda/api/admin/%73etup/default/user/create",
                "/camunda/api/admin/%2573etup/default/user/create",
                "/camunda/api/admin/setup;x=1/default/user/create",
                "/camunda/api/admin/setup%3bx/default/user/create",
                "/camunda//api/admin/setup/default/user/create",
                "/camunda/api/admin/setup%2fdefault/user/create",
                "/camunda/api/x/../admin/setup/default/user/create",
                "/camunda/api/admin/%2e/setup/default/user/create",
                "/camunda/api/ADMIN/setup/default/user/create",
                "/CAMUNDA/api/admin/setup/default/user/create"
            })
    void aShutDoorStaysShutInEverySpelling(String path) {
        String mallory =
                "{\"profile\":{\"id\":\"mallory\"},\"credentials\":{\"password\":\"mallory-mallory-mallory\"}}";

        HttpResponse<String> answer =
                Browser.of("admin", targets.port()).postJson(path, mallory, "X-XSRF-TOKEN", "XSRF-TOKEN");

        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 405);
        assertThat(identity.createUserQuery().userId("mallory").count()).isZero();
    }

    @Tried(value = "Try the passwords of others, once logged in", outcome = "turned away")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/identity/verify",
                "/engine-rest/identity/verify/",
                "/engine-rest/%69dentity/verify",
                "/engine-rest/engine/default/identity/verify",
                "/engine-rest/engine/default/identity/verify/"
            })
    void nobodyTriesSomebodyElsesPassword(String path) {
        String lead = "{\"username\":\"lead\",\"password\":\"lead\"}";

        HttpResponse<String> answer = targets.api("creator", "POST", path, lead);
        HttpResponse<String> inTasklist = targets.tasklist("creator").call("POST", "/identity/verify", lead);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(inTasklist.statusCode()).as(inTasklist.body()).isEqualTo(403);
    }

    @Tried(value = "Send a harmless verb and mean another one", outcome = "the verb that was sent counts")
    @ParameterizedTest
    @ValueSource(strings = {"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override", "_method"})
    void theVerbThatWasSentCounts(String header) {
        targets.add("spare");
        String path = "/engine-rest/user/spare/profile?_method=DELETE";

        new Browser(targets.port())
                .send(HttpRequest.newBuilder(URI.create("http://localhost:" + targets.port() + path))
                        .header("Authorization", Browser.credentials("admin"))
                        .header(header, "DELETE")
                        .POST(BodyPublishers.ofString("_method=DELETE")));

        assertThat(identity.createUserQuery().userId("spare").count()).isOne();
        identity.deleteUser("spare");
    }

    @Tried(
            value = "Send an expression as a form, as multipart, in a second field of the same name, or as HAL",
            outcome = "400 or 415; nothing is evaluated")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "multipart/form-data+json|" + EXPRESSION,
                "application/x-www-form-urlencoded+json|" + EXPRESSION,
                "multipart/form-data; boundary=x|" + EXPRESSION,
                "application/x-www-form-urlencoded|" + EXPRESSION,
                "text/plain|" + EXPRESSION,
                "application/hal+json|" + EXPRESSION,
                "application/json|{\"assigneeExpression\":\"${1+1}\",\"assigneeExpression\":\"x\"}",
                "application/json|{\"assigneeExpression\":\"x\",\"assignee\\u0045xpression\":\"${1+1}\"}",
                "application/json|{} " + EXPRESSION
            })
    void aBodyIsLookedAtWhateverItCallsItself(String type, String body) {
        HttpResponse<String> answer = new Browser(targets.port())
                .send(HttpRequest.newBuilder(URI.create("http://localhost:" + targets.port() + "/engine-rest/task"))
                        .header("Authorization", Browser.credentials("creator"))
                        .header("Content-Type", type)
                        .header("Accept", "application/hal+json, application/json")
                        .POST(BodyPublishers.ofString(body)));

        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 415);
    }

    @Tried("In every group there is: forge a task or a subtask, offer a task to oneself, take it from its group, fire,"
            + " move or stop a job, stop a process, shorten or delete history, change people and tenants")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST|/task/create|{\"name\":\"Approve as Console Services\",\"assignee\":\"everywhere\"}",
                "POST|/task/create|{\"name\":\"x\",\"parentTaskId\":\"{task}\"}",
                "POST|/task/{task}/identity-links|{\"userId\":\"everywhere\",\"type\":\"candidate\"}",
                "POST|/task/{task}/identity-links/delete|{\"groupId\":\"console-services\",\"type\":\"candidate\"}",
                "POST|/job/{job}/execute|{}",
                "PUT|/job/{job}/duedate|{\"duedate\":\"2020-01-01T00:00:00.000+0000\"}",
                "PUT|/job/{job}/retries|{\"retries\":0}",
                "PUT|/job/{job}/retries|{\"retries\":1,\"dueDate\":\"2099-01-01T00:00:00.000+0000\"}",
                "PUT|/job/{job}/retries|{\"retries\":1,\"dueDate\":null}",
                "PUT|/job/{job}/suspended|{\"suspended\":true}",
                "PUT|/job/{job}/priority|{\"priority\":1}",
                "PUT|/job/suspended|{\"processDefinitionKey\":\"ProdDbChange\",\"suspended\":true}",
                "PUT|/job-definition/suspended|{\"processDefinitionKey\":\"ProdDbChange\",\"suspended\":true,"
                        + "\"includeJobs\":true}",
                "POST|/job/retries|{\"retries\":0,\"jobIds\":[\"{job}\"]}",
                "POST|/process-instance/job-retries|{\"retries\":0,\"processInstances\":[\"{instance}\"]}",
                "POST|/process-instance/suspended-async|{\"suspended\":true,\"processInstanceIds\":[\"{instance}\"]}",
                "PUT|/process-definition/key/ProdDbChange/suspended|{\"suspended\":true}",
                "PUT|/process-definition/{definition}/history-time-to-live|{\"historyTimeToLive\":0}",
                "DELETE|/process-definition/{definition}?cascade=true&skipCustomListeners=true|''",
                "DELETE|/process-definition/key/ProdDbChange/delete?cascade=true|''",
                "POST|/history/process-instance/delete|{\"historicProcessInstanceIds\":[\"{instance}\"],"
                        + "\"deleteReason\":\"x\",\"failIfNotExists\":false}",
                "POST|/history/process-instance/set-removal-time|{\"absoluteRemovalTime\":"
                        + "\"2020-01-01T00:00:00.000+0000\",\"historicProcessInstanceIds\":[\"{instance}\"]}",
                "POST|/history/cleanup?immediatelyDue=true|''",
                "PUT|/user/console/profile|{\"id\":\"console\",\"firstName\":\"Somebody\",\"lastName\":\"Else\"}",
                "PUT|/user/everywhere/profile|{\"id\":\"everywhere\",\"firstName\":\"Somebody\",\"lastName\":\"Else\"}",
                "POST|/tenant/create|{\"id\":\"x\",\"name\":\"x\"}",
                "DELETE|/metrics/task-worker|''"
            })
    void theCornersOfTheEngineAreNoWayAround(String method, String path, String body) {
        Task task = targets.task(UserTask.APPROVE_AS_CONSOLE_SERVICES);
        String job = jobs.createJobQuery()
                .processInstanceId(task.getProcessInstanceId())
                .listPage(0, 1)
                .get(0)
                .getId();
        Map<String, String> ids = Map.of(
                "{task}", task.getId(),
                "{job}", job,
                "{instance}", task.getProcessInstanceId(),
                "{definition}", targets.definitionId());

        refused(task, Targets.EVERYWHERE, method, filled(path, ids), filled(body, ids));
    }

    @Tried(
            value = "Try something without being recorded, by characters that the database does not take",
            outcome = "400 at the door, or 403 with a sentence; nothing changes; what came past the door is in the"
                    + " operation log")
    @Test
    void aRefusalIsRecordedWhateverWasSent() {
        Task task = targets.task(UserTask.APPROVE_AS_CONSOLE_SERVICES);
        String path = "/task/" + task.getId() + "/claim";

        for (String unkept : List.of("a\\u0000b", "a\\ud800b", "a\\udc00")) {
            HttpResponse<String> answer = targets.rest("console", "POST", path, "{\"userId\":\"" + unkept + "\"}");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(Targets.sentence(answer)).contains("cannot be kept");
        }
        refused(task, "console", "POST", path, "{\"userId\":\"a\\r\\n\\u0001b\"}");
        // the engine, should something come past the door
        int recorded = targets.refusals("console").size();
        identity.setAuthentication("console", List.of("console-services"));
        assertThatThrownBy(() -> tasks.claim(task.getId(), "a\u0000b")).hasMessageContaining("for themselves");
        identity.clearAuthentication();
        assertThat(targets.refusals("console")).hasSize(recorded + 1);
    }

    @Tried("Change or delete a filter that everybody uses, without being an administrator")
    @ParameterizedTest
    @ValueSource(strings = {"creator", "lead", "console", "operator", "owner", "auditor", "platform"})
    void aFilterOfEverybodyStaysAsItIs(String person) {
        Task task = targets.task(UserTask.APPROVE_AS_CONSOLE_SERVICES);
        var filter = filters.createFilterQuery().listPage(0, 1).get(0);
        String mine = "{\"resourceType\":\"Task\",\"name\":\"mine\",\"owner\":\"" + person + "\",\"query\":{}}";

        refused(task, person, "PUT", "/filter/" + filter.getId(), mine);
        refused(task, person, "DELETE", "/filter/" + filter.getId(), "");

        assertThat(filters.getFilter(filter.getId()).getName()).isEqualTo(filter.getName());
    }

    @Tried(
            value = "Start a change under the business key, or for the pull request, of another one",
            outcome = "409 or 400 with a sentence; nothing changes")
    @Test
    void aSecondChangeDoesNotTakeTheNameOfAnother() {
        Task task = targets.task(UserTask.APPROVE_AS_CONSOLE_SERVICES);
        Map<String, String> before = targets.state(task);
        String link = "http://localhost:" + targets.port() + "/sandbox/github/sandbox/vets-api/pull/2";
        String body = "{\"businessKey\":\"sandbox/vets-api#2\",\"variables\":{\"pullRequestLink\":{\"value\":\"" + link
                + "\"},\"team\":{\"value\":\"benefits\"},\"command\":{\"value\":\"bundle exec rake x:y\"}}}";

        HttpResponse<String> sameRequest =
                targets.rest("creator", "POST", "/process-definition/key/ProdDbChange/start", body);
        HttpResponse<String> onlyTheKey = targets.rest(
                "creator",
                "POST",
                "/process-definition/key/ProdDbChange/start",
                "{\"businessKey\":\"sandbox/vets-api#2\"}");

        assertThat(sameRequest.statusCode()).as(sameRequest.body()).isEqualTo(409);
        assertThat(Targets.sentence(sameRequest)).contains("sandbox/vets-api#2");
        assertThat(onlyTheKey.statusCode()).as(onlyTheKey.body()).isEqualTo(400);
        assertThat(targets.state(task)).isEqualTo(before);
    }

    @Tried("Start by hand a process that a change calls, under the business key of a change")
    @ParameterizedTest
    @ValueSource(strings = {"start", "submit-form"})
    void whatAChangeCallsNobodyStarts(String act) {
        Task task = targets.task(UserTask.APPROVE_AS_CONSOLE_SERVICES);
        String body = "{\"businessKey\":\"sandbox/vets-api#4711\"}";

        for (String person : List.of("creator", "lead", Targets.EVERYWHERE)) {
            refused(task, person, "POST", "/process-definition/key/RecordEvidence/" + act, body);
        }

        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey("sandbox/vets-api#4711")
                        .count())
                .isZero();
    }

    @Tried(
            value = "Ask for a change without being in a team that asks for changes",
            surface = "`/api/changes`",
            outcome = "403 with a sentence; nothing starts; in the operation log")
    @ParameterizedTest
    @ValueSource(strings = {"console", "platform", "owner", "admin", "auditor"})
    void whoIsInNoTeamAsksForNoChange(String person) {
        Task task = targets.task(UserTask.APPROVE_AS_CONSOLE_SERVICES);
        Map<String, String> before = targets.state(task);
        int recorded = targets.refusals(person).size();
        String link = "http://localhost:" + targets.port() + "/sandbox/github/sandbox/vets-api/pull/3";
        String body = "{\"pullRequest\":\"" + link + "\",\"team\":\"benefits\",\"command\":\"bundle exec rake a:b\"}";

        HttpResponse<String> answer = targets.api(person, "POST", "/api/changes", body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Targets.sentence(answer)).contains("Ask somebody of the team");
        assertThat(targets.state(task)).isEqualTo(before);
        assertThat(targets.refusals(person)).hasSize(recorded + 1);
    }

    @Tried(
            value = "Upload a variable as a Java object of a class that one names",
            outcome = "400 or 403 with a sentence; nothing changes")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "javax.script.ScriptEngineManager",
                "java.util.HashMap<java.lang.String,java.net.URL>",
                "org.springframework.context.support.ClassPathXmlApplicationContext"
            })
    void noClassIsMadeFromAnUpload(String type) {
        Task task = targets.task(UserTask.APPROVE_AS_CONSOLE_SERVICES);
        Map<String, String> before = targets.state(task);
        String parts = "--b\r\nContent-Disposition: form-data; name=\"data\"\r\nContent-Type: application/json\r\n\r\n"
                + "\"http://127.0.0.1:1/x.xml\"\r\n--b\r\nContent-Disposition: form-data; name=\"type\"\r\n"
                + "Content-Type: text/plain\r\n\r\n" + type + "\r\n--b--\r\n";

        HttpResponse<String> answer = new Browser(targets.port())
                .send(HttpRequest.newBuilder(URI.create("http://localhost:" + targets.port()
                                + "/engine-rest/process-instance/" + task.getProcessInstanceId()
                                + "/variables/sidesTaken/data"))
                        .header("Authorization", Browser.credentials(Targets.EVERYWHERE))
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(BodyPublishers.ofString(parts)));

        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 403);
        assertThat(Targets.sentence(answer)).isNotEmpty();
        assertThat(targets.state(task)).isEqualTo(before);
    }

    private static String filled(String text, Map<String, String> ids) {
        String filled = text;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            filled = filled.replace(id.getKey(), id.getValue());
        }
        return filled;
    }
}
