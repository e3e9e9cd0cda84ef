package io.rakegate.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IdentityTest
class AuthorizationsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private HistoryService history;

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private IdentityService identity;

    private String instance;
    private String task;

    @BeforeEach
    void aTaskForConsoleServicesIsOpen() {
        instance = runtime.startProcessInstanceByKey("ProdDbChange").getId();
        task = tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    @ParameterizedTest
    @CsvSource({"creator,200", "creator2,200", "lead,200", "console,403", "owner,403", "auditor,403", "admin,403"})
    void teamsStartChangesAndNobodyElseDoes(String userId, int status) {
        HttpResponse<String> answer = call(userId, "POST", "/process-definition/key/ProdDbChange/start", "{}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"console,204", "console2,204", "creator,403", "lead,403", "owner,403", "auditor,403", "admin,403"})
    void onlyACandidateCompletesATask(String userId, int status) {
        HttpResponse<String> answer = call(userId, "POST", "/task/" + task + "/complete", "{}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"creator", "admin"})
    void whoIsNoCandidateGetsASentenceAndTheTaskStays(String userId) {
        HttpResponse<String> answer = call(userId, "POST", "/task/" + task + "/submit-form", "{}");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains(userId);
        assertThat(tasks.createTaskQuery().taskId(task).count()).isEqualTo(1);
    }

    @Test
    void aClaimedTaskIsTheClaimersAloneUntilGivenBack() {
        assertThat(call("console", "POST", "/task/" + task + "/claim", "{\"userId\":\"console\"}")
                        .statusCode())
                .isEqualTo(204);

        HttpResponse<String> byAColleague = call("console2", "POST", "/task/" + task + "/complete", "{}");
        HttpResponse<String> givenBackByAColleague = call("console2", "POST", "/task/" + task + "/unclaim", "{}");
        HttpResponse<String> givenBack = call("console", "POST", "/task/" + task + "/unclaim", "{}");
        HttpResponse<String> afterwards = call("console2", "POST", "/task/" + task + "/complete", "{}");

        assertThat(byAColleague.statusCode()).isEqualTo(403);
        assertThat(byAColleague.body()).contains("claimed by 'console'");
        assertThat(givenBackByAColleague.statusCode()).isEqualTo(403);
        assertThat(givenBack.statusCode()).isEqualTo(204);
        assertThat(afterwards.statusCode()).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource({
        "console,claim,{\"userId\":\"console2\"}",
        "console,assignee,{\"userId\":\"console\"}",
        "console,delegate,{\"userId\":\"creator\"}",
        "console,identity-links,'{\"groupId\":\"team-benefits\",\"type\":\"candidate\"}'",
        "console,variables/verdict,'{\"value\":\"approved\"}'",
        "admin,assignee,{\"userId\":\"admin\"}",
        "admin,claim,{\"userId\":\"admin\"}",
        "admin,identity-links,'{\"userId\":\"admin\",\"type\":\"candidate\"}'",
        "owner,assignee,{\"userId\":\"owner\"}"
    })
    void nobodyHandsATaskToAnybody(String userId, String act, String body) {
        String method = act.startsWith("variables") ? "PUT" : "POST";

        HttpResponse<String> answer = call(userId, method, "/task/" + task + "/" + act, body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
    }

    @Test
    void theOperationLogNamesThePersonForEachWayIn() {
        call("console", "POST", "/task/" + task + "/claim", "{\"userId\":\"console\"}");
        Browser.of("console", port).postToTasklist("/task/" + task + "/complete", "{}");

        assertThat(history.createUserOperationLogQuery().taskId(task).list())
                .extracting(entry -> entry.getOperationType() + " by " + entry.getUserId())
                .contains("Claim by console", "Complete by console")
                .allMatch(entry -> entry.endsWith(" by console"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"creator", "console", "operator", "owner", "auditor", "admin"})
    void nobodyChangesOrDeletesARunningChangeByHand(String userId) {
        String modification =
                "{\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"Task_ApproveAsConsoleServices\"}]}";

        assertThat(call(userId, "POST", "/process-instance/" + instance + "/modification", modification)
                        .statusCode())
                .isEqualTo(403);
        assertThat(call(userId, "PUT", "/process-instance/" + instance + "/variables/x", "{\"value\":1}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(call(userId, "PUT", "/process-instance/" + instance + "/suspended", "{\"suspended\":true}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(call(userId, "DELETE", "/process-instance/" + instance, "").statusCode())
                .isEqualTo(403);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .active()
                        .count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"creator", "owner", "auditor", "admin"})
    void nobodyDeletesHistory(String userId) {
        tasks.complete(task);
        String entry = history.createUserOperationLogQuery().list().isEmpty()
                ? "none"
                : history.createUserOperationLogQuery().listPage(0, 1).get(0).getId();

        assertThat(call(userId, "DELETE", "/history/process-instance/" + instance, "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(call(userId, "DELETE", "/history/process-instance/" + instance + "/variable-instances", "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(call(userId, "PUT", "/history/user-operation/" + entry + "/set-annotation", "{\"annotation\":\"x\"}")
                        .statusCode())
                .isIn(400, 403);
        assertThat(call(userId, "POST", "/history/cleanup?immediatelyDue=true", "")
                        .statusCode())
                .isIn(400, 403);
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aGrantThatSomebodyGivesHimselfDoesNotHelpToDelete() {
        var grant = authorizations.createNewAuthorization(
                org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT);
        grant.setUserId("platform");
        grant.setResource(org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION);
        grant.setResourceId("*");
        grant.addPermission(org.camunda.bpm.engine.authorization.Permissions.ALL);
        authorizations.saveAuthorization(grant);

        HttpResponse<String> answer = call("platform", "DELETE", "/process-instance/" + instance, "");
        authorizations.deleteAuthorization(grant.getId());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("nobody may delete a process instance");
    }

    @ParameterizedTest
    @ValueSource(strings = {"creator", "console", "auditor", "owner", "admin"})
    void nobodyGrantsAnythingAndNobodyChangesTheGroupsOfChanges(String userId) {
        String grant =
                "{\"type\":1,\"permissions\":[\"ALL\"],\"userId\":\"%s\",\"resourceType\":6,\"resourceId\":\"*\"}"
                        .formatted(userId);

        HttpResponse<String> granted = call(userId, "POST", "/authorization/create", grant);
        HttpResponse<String> joined = call(userId, "PUT", "/group/console-services/members/" + userId, "");
        HttpResponse<String> dropped = call(userId, "DELETE", "/group/console-services/members/console2", "");
        HttpResponse<String> emptied = call(userId, "DELETE", "/group/console-services", "");

        assertThat(granted.statusCode()).as(granted.body()).isEqualTo(403);
        for (HttpResponse<String> answer : List.of(joined, dropped, emptied)) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
            assertThat(answer.body()).contains("Nobody changes by hand who is in 'console-services'");
        }
    }

    @Test
    void anAdministratorSetsNobodysPasswordButMakesOthersAdministrators() {
        HttpResponse<String> password = call(
                "admin",
                "PUT",
                "/user/console2/credentials",
                "{\"password\":\"mallory\",\"authenticatedUserPassword\":\"admin\"}");
        HttpResponse<String> joined = call("admin", "PUT", "/group/camunda-admin/members/platform", "");
        identity.deleteMembership("platform", "camunda-admin");

        assertThat(password.statusCode()).as(password.body()).isEqualTo(403);
        assertThat(identity.checkPassword("console2", "console2")).isTrue();
        assertThat(joined.statusCode()).as(joined.body()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"creator", "lead", "console", "operator", "owner", "auditor"})
    void onlyAdministratorsCreateFilters(String userId) {
        HttpResponse<String> answer = call(
                userId,
                "POST",
                "/filter/create",
                "{\"resourceType\":\"Task\",\"name\":\"mine\",\"query\":{},\"properties\":{}}");

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"owner,200", "creator,403", "operator,403", "auditor,403", "admin,403"})
    void onlyProcessOwnersDeploy(String userId, int status) {
        HttpResponse<String> answer = Deployments.deploy(port, userId, "harmless.bpmn", Deployments.HARMLESS);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        if (status == 200) {
            String id = Browser.json(answer).path("id").asText();
            assertThat(call(userId, "DELETE", "/deployment/" + id + "?cascade=true", "")
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"creator", "operator", "auditor"})
    void theDoorOfTasklistIsNoWayAroundEither(String userId) {
        Browser tasklist = Browser.of(userId, port);
        String filter = "{\"resourceType\":\"Task\",\"name\":\"mine\",\"query\":{},\"properties\":{}}";

        assertThat(Deployments.deploy(tasklist, port, "harmless.bpmn", Deployments.HARMLESS)
                        .statusCode())
                .isEqualTo(403);
        assertThat(tasklist.postToTasklist("/filter/create", filter).statusCode())
                .isEqualTo(403);
        assertThat(tasklist.postToTasklist("/task/" + task + "/complete", "{}").statusCode())
                .isEqualTo(403);
        assertThat(tasklist.postToTasklist(
                                "/authorization/create",
                                "{\"type\":1,\"permissions\":[\"ALL\"]," + "\"userId\":\"" + userId
                                        + "\",\"resourceType\":6,\"resourceId\":\"*\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void anAuditorReadsEverythingAndChangesNothing() {
        for (String path : new String[] {
            "/task?processInstanceId=" + instance,
            "/history/process-instance?processInstanceId=" + instance,
            "/history/activity-instance?processInstanceId=" + instance,
            "/deployment",
            "/process-definition",
            "/user",
            "/authorization"
        }) {
            HttpResponse<String> answer = call("auditor", "GET", path, "");
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(Browser.json(answer).size()).as(path).isPositive();
        }
        assertThat(call("auditor", "POST", "/task/" + task + "/claim", "{\"userId\":\"auditor\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(call("auditor", "POST", "/task/" + task + "/comment/create", "{\"message\":\"hello\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(tasks.getTaskComments(task)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
                    person,   see, start, claim, complete, assign, modify, migrate, deploy, delete
                    creator,  200, 200,   403,   403,      403,    403,    403,     403,    403
                    lead,     200, 200,   403,   403,      403,    403,    403,     403,    403
                    console,  200, 403,   204,   204,      403,    403,    403,     403,    403
                    operator, 200, 200,   403,   403,      403,    403,    403,     403,    403
                    platform, 200, 403,   403,   403,      403,    403,    403,     403,    403
                    owner,    200, 403,   403,   403,      403,    403,    403,     200,    403
                    auditor,  200, 403,   403,   403,      403,    403,    403,     403,    403
                    admin,    200, 403,   403,   403,      403,    403,    403,     403,    403
                    newcomer, 404, 404,   403,   403,      403,    403,    403,     403,    403""")
    void eachGroupMayDoThisAndNothingElse(
            String person,
            int see,
            int start,
            int claim,
            int complete,
            int assign,
            int modify,
            int migrate,
            int deploy,
            int delete) {
        identity.saveUser(newcomer());
        String cancel = "{\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"Task_ApproveAsConsoleServices\"}]}";

        assertAnswer(see, person, "GET", "/task/" + task, "");
        assertAnswer(start, person, "POST", "/process-definition/key/ProdDbChange/start", "{}");
        assertAnswer(modify, person, "POST", "/process-instance/" + instance + "/modification", cancel);
        assertAnswer(migrate, person, "POST", "/migration/execute", migration());
        assertAnswer(delete, person, "DELETE", "/process-instance/" + instance, "");
        assertAnswer(assign, person, "POST", "/task/" + task + "/assignee", "{\"userId\":\"console2\"}");
        assertAnswer(claim, person, "POST", "/task/" + task + "/claim", "{\"userId\":\"" + person + "\"}");
        assertAnswer(complete, person, "POST", "/task/" + task + "/complete", "{}");
        assertThat(Deployments.deploy(port, person, "harmless.bpmn", Deployments.HARMLESS)
                        .statusCode())
                .isEqualTo(deploy);
    }

    private void assertAnswer(int status, String person, String method, String path, String body) {
        HttpResponse<String> answer = call(person, method, path, body);
        assertThat(answer.statusCode())
                .as("%s %s: %s", method, path, answer.body())
                .isEqualTo(status);
    }

    private String migration() {
        String definition = runtime.createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getProcessDefinitionId();
        return """
                {"migrationPlan": {"sourceProcessDefinitionId": "%1$s", "targetProcessDefinitionId": "%1$s",
                    "instructions": [{"sourceActivityIds": ["Task_ApproveAsConsoleServices"],
                        "targetActivityIds": ["Task_ApproveAsConsoleServices"]}]},
                 "processInstanceIds": ["%2$s"]}""".formatted(definition, instance);
    }

    @Test
    void aPersonInNoGroupSeesNothing() {
        identity.saveUser(newcomer());

        HttpResponse<String> seen = Browser.basic(port, "GET", "/engine-rest/task", "newcomer", "newcomer", "");

        assertThat(Browser.json(seen).size()).isZero();
        assertThat(Browser.of("newcomer", port)
                        .page("/camunda/app/tasklist/default/")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void whoLeavesAGroupLosesItWithTheNextRequestOfTheSameSession() {
        identity.saveUser(newcomer());
        identity.createMembership("newcomer", "console-services");
        Browser browser = Browser.of("newcomer", port);
        String count = "/task/count?processInstanceId=" + instance;
        HttpResponse<String> before = browser.get("/camunda/api/engine/engine/default" + count, "application/json");

        identity.deleteMembership("newcomer", "console-services");
        HttpResponse<String> inTasklist = browser.get("/camunda/api/engine/engine/default" + count, "application/json");
        HttpResponse<String> byRest = browser.get("/engine-rest" + count, "application/json");

        assertThat(before.body()).isEqualTo("{\"count\":1}");
        assertThat(inTasklist.body()).isEqualTo("{\"count\":0}");
        assertThat(byRest.body()).isEqualTo("{\"count\":0}");
    }

    @Test
    void whoIsRemovedIsLoggedOut() {
        identity.saveUser(newcomer());
        Browser browser = Browser.of("newcomer", port);
        assertThat(browser.get("/engine-rest/task", "application/json").statusCode())
                .isEqualTo(200);

        identity.deleteUser("newcomer");

        assertThat(browser.get("/camunda/api/engine/engine/default/task", "application/json")
                        .statusCode())
                .isEqualTo(401);
        assertThat(browser.get("/engine-rest/task", "application/json").statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/group/camunda-admin/members/admin", "/user/admin", "/group/camunda-admin"})
    void theLastAdministratorStays(String path) {
        HttpResponse<String> answer = call("admin", "DELETE", path, "");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(identity.createUserQuery().memberOfGroup("camunda-admin").count())
                .isEqualTo(1);
    }

    @Test
    void whoWorksInAProcessRemarksOnItAndTheRemarkStays() {
        HttpResponse<String> remark =
                call("console", "POST", "/task/" + task + "/comment/create", "{\"message\":\"please wait\"}");
        String id = Browser.json(remark).path("id").asText();

        assertThat(remark.statusCode()).isEqualTo(200);
        for (String userId : new String[] {"console", "lead", "owner", "admin"}) {
            assertThat(call(userId, "PUT", "/task/" + task + "/comment", "{\"id\":\"" + id + "\",\"message\":\"go\"}")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(call(userId, "DELETE", "/task/" + task + "/comment/" + id, "")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(call(userId, "DELETE", "/process-instance/" + instance + "/comment", "")
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(tasks.getTaskComment(task, id).getFullMessage()).isEqualTo("please wait");
    }

    @Test
    void aNewCaseWritesNoGrant() {
        long before = authorizations.createAuthorizationQuery().count();

        call("creator", "POST", "/process-definition/key/ProdDbChange/start", "{}");
        call("console", "POST", "/task/" + task + "/claim", "{\"userId\":\"console\"}");

        assertThat(authorizations.createAuthorizationQuery().count()).isEqualTo(before);
    }

    private org.camunda.bpm.engine.identity.User newcomer() {
        identity.deleteUser("newcomer");
        var user = identity.newUser("newcomer");
        user.setPassword("newcomer");
        return user;
    }

    private HttpResponse<String> call(String userId, String method, String path, String body) {
        return Browser.basic(port, method, "/engine-rest" + path, userId, userId, body);
    }
}
