package io.rakegate.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.rakegate.identity.Browser;
import io.rakegate.process.catalogue.UserTask;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** People try to get a side by another account, another group, somebody else's name or the power of an administrator. */
class BecomeSomebodyElseAttackTest extends AttackTestBase {

    private static final String APPROVE_AS_LEAD =
            "{\"variables\":{\"leadDecision\":{\"value\":\"approve\"},\"leadConfirmsDocuments\":{\"value\":true}}}";
    private static final String APPROVE_AS_CONSOLE =
            "{\"variables\":{\"consoleServicesDecision\":{\"value\":\"approve\"},"
                    + "\"consoleServicesConfirmsDocuments\":{\"value\":true}}}";

    @Autowired
    private IdentityService identity;

    @Tried("Hold two sides with a second account of the same GitHub number")
    @Test
    void aSecondAccountOfTheAuthorIsTheAuthor() {
        Task task = targets.task(UserTask.APPROVE_AS_ENGINEERING_LEAD);
        targets.add("creator-again");
        identity.createMembership("creator-again", "team-benefits-leads");
        identity.setUserInfo("creator-again", "rakegate.git-hub-id", "1001");
        identity.setUserInfo("creator-again", "rakegate.git-hub-login", "another-login");

        String sentence =
                refused(task, "creator-again", "POST", "/task/" + task.getId() + "/complete", APPROVE_AS_LEAD);

        identity.deleteUserInfo("creator-again", "rakegate.git-hub-id");
        assertThat(sentence).contains("You are already an author of this change");
    }

    @Tried(value = "Approve after the group was taken away, in the same session", surface = "Tasklist")
    @Test
    void aGroupTakenAwayInBetweenCountsInTheSameSession() {
        Task task = targets.task(UserTask.APPROVE_AS_ENGINEERING_LEAD);
        targets.add("leaver");
        identity.createMembership("leaver", "team-benefits");
        identity.createMembership("leaver", "team-benefits-leads");
        TasklistSession session = new TasklistSession("leaver", targets.port());
        assertThat(session.call("GET", "/task/" + task.getId(), "").statusCode())
                .isEqualTo(200);

        identity.deleteMembership("leaver", "team-benefits-leads");
        HttpResponse<String> answer = session.call("POST", "/task/" + task.getId() + "/complete", APPROVE_AS_LEAD);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(targets.refusals("leaver")).isNotEmpty();
    }

    @Tried("Run in production after the access was taken away, as the operator who was scheduled")
    @Test
    void anOperatorWhoLostTheAccessDoesNotRun() {
        Task task = targets.task(UserTask.RUN_IN_PRODUCTION);
        identity.deleteMembership("operator", "prod-operators");
        try {
            refused(task, "operator", "POST", "/task/" + task.getId() + "/complete", "{}");
            refused(task, "operator", "POST", "/task/" + task.getId() + "/submit-form", "{}");
        } finally {
            identity.createMembership("operator", "prod-operators");
        }
    }

    @Tried("Approve for a group that has nobody in it")
    @Test
    void anEmptyGroupBlocks() {
        Task task = targets.task(UserTask.APPROVE_AS_CONSOLE_SERVICES);
        List<String> members = identity.createUserQuery().memberOfGroup("console-services").list().stream()
                .map(user -> user.getId())
                .toList();
        members.forEach(member -> identity.deleteMembership(member, "console-services"));
        try {
            for (String person : List.of("lead", "creator", "admin", "owner", Targets.EVERYWHERE)) {
                refused(task, person, "POST", "/task/" + task.getId() + "/complete", APPROVE_AS_CONSOLE);
            }
            // whoever has no group left does not even see it
            assertThat(targets.rest("console", "POST", "/task/" + task.getId() + "/complete", APPROVE_AS_CONSOLE)
                            .statusCode())
                    .isEqualTo(404);
        } finally {
            members.forEach(member -> identity.createMembership(member, "console-services"));
        }
    }

    @Tried("As an administrator: join or empty a group of a change, set a password, grant oneself something")
    @ParameterizedTest
    @CsvSource({
        "PUT,/group/console-services/members/admin,''",
        "DELETE,/group/console-services/members/console,''",
        "DELETE,/group/prod-operators,''",
        "POST,/group/create,'{\"id\":\"team-benefits-leads2\",\"name\":\"x\"}'",
        "PUT,/user/console/credentials,'{\"password\":\"mallory-mallory\",\"authenticatedUserPassword\":\"admin\"}'",
        "POST,/authorization/create,'{\"type\":1,\"permissions\":[\"ALL\"],\"userId\":\"admin\",\"resourceType\":6,"
                + "\"resourceId\":\"*\"}'",
        "POST,/authorization/create,'{\"type\":0,\"permissions\":[\"ALL\"],\"userId\":\"*\",\"resourceType\":7,"
                + "\"resourceId\":\"*\"}'"
    })
    void anAdministratorGivesHimselfNothing(String method, String path, String body) {
        refused(targets.task(UserTask.APPROVE_AS_CONSOLE_SERVICES), "admin", method, path, body);
    }

    @Tried(
            value = "As an administrator: add a program anew with a password that one knows, and log in as it",
            surface = "`/engine-rest`, `/api`",
            outcome = "401")
    @Test
    void anAdministratorDoesNotBecomeAProgram() {
        targets.rest("admin", "DELETE", "/user/ci", "");
        String again = "{\"profile\":{\"id\":\"ci\"},\"credentials\":{\"password\":\"ci\"}}";
        assertThat(targets.rest("admin", "POST", "/user/create", again).statusCode())
                .isEqualTo(204);
        // as the next start does
        identity.createMembership("ci", "team-benefits");

        HttpResponse<String> answer = targets.api("ci", "GET", "/api/changes", "");

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Tried("Approve or claim without being in the group, administrators included")
    @ParameterizedTest
    @ValueSource(strings = {"admin", "owner", "auditor", "platform", "operator", "creator"})
    void whoIsNoApproverDoesNotApprove(String person) {
        Task task = targets.task(UserTask.APPROVE_AS_CONSOLE_SERVICES);

        refused(task, person, "POST", "/task/" + task.getId() + "/complete", APPROVE_AS_CONSOLE);
        refused(task, person, "POST", "/task/" + task.getId() + "/claim", "{\"userId\":\"" + person + "\"}");
        refused(task, person, "POST", "/task/" + task.getId() + "/claim", "{\"userId\":\"console\"}");
    }

    @Tried("Claim for somebody else")
    @Test
    void nobodyClaimsForSomebodyElse() {
        Task task = targets.task(UserTask.APPROVE_AS_CONSOLE_SERVICES);

        String sentence =
                refused(task, "console", "POST", "/task/" + task.getId() + "/claim", "{\"userId\":\"console2\"}");

        assertThat(sentence).contains("people claim for themselves");
    }

    @Tried(value = "Add evidence to a change that one approves", surface = "`/api`", outcome = "403 with a sentence")
    @Test
    void anApproverAddsNoEvidenceToWhatHeApproves() {
        Task task = targets.task(UserTask.APPROVE_AS_ENGINEERING_LEAD);
        targets.sidesTaken(
                task.getProcessInstanceId(),
                "[{\"side\":\"ENGINEERING_LEAD\",\"userId\":\"everywhere\",\"keys\":[\"user:everywhere\"],"
                        + "\"at\":\"2026-01-01T00:00:00Z\"}]");

        var answer = new io.rakegate.journey.Rakegate(targets.port())
                .upload(
                        Targets.EVERYWHERE,
                        "/api/changes/sandbox/vets-api/2/evidence/development",
                        Map.of("command", "x"),
                        "run.log",
                        "x");

        targets.sidesTaken(task.getProcessInstanceId(), "[]");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body().path("detail").asText()).contains("You approve this change");
    }

    @Tried(value = "Deliver a review that GitHub did not sign", surface = "`/webhooks/github`", outcome = "turned away")
    @ParameterizedTest
    @ValueSource(strings = {"", "sha256=0000000000000000000000000000000000000000000000000000000000000000", "sha1=0"})
    void aDeliveryThatGitHubDidNotSignIsNoHint(String signature) {
        HttpResponse<String> answer = new Browser(targets.port())
                .send(java.net.http.HttpRequest.newBuilder(
                                java.net.URI.create("http://localhost:" + targets.port() + "/webhooks/github"))
                        .header("Content-Type", "application/json")
                        .header("X-GitHub-Event", "pull_request_review")
                        .header("X-GitHub-Delivery", java.util.UUID.randomUUID().toString())
                        .header("X-Hub-Signature-256", signature)
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isBetween(400, 403);
    }
}
