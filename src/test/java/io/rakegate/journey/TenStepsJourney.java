package io.rakegate.journey;

import static io.rakegate.journey.ChangeOverHttp.elements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.rakegate.journey.Rakegate.Answer;
import io.rakegate.process.catalogue.UserTask;
import io.rakegate.support.Entered;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** One change through all ten steps, and what is refused on the way; over HTTP alone, on one kind of database. */
abstract class TenStepsJourney {

    private static final String COMMAND = "bundle exec rake 'claims:backfill_regional_office[2000,live]'";

    private static final String FILL_FLAGS = """
            namespace :flags do
              desc 'Fill the empty flags'
              task fill: :environment do
                Record.where(flag: nil).update_all(flag: false)
              end
            end
            """;

    @Autowired
    private Environment environment;

    Rakegate rakegate;

    @DynamicPropertySource
    static void port(DynamicPropertyRegistry properties) {
        int port = FreePort.choose();
        properties.add("server.port", () -> port);
    }

    @BeforeEach
    void findTheServer() {
        rakegate = new Rakegate(environment.getRequiredProperty("local.server.port", Integer.class));
    }

    @Test
    void aPullRequestGoesFromOpenedToAnnouncedAsCompleted() {
        ChangeOverHttp change = new ChangeOverHttp(rakegate, 1, COMMAND);

        change.prepare("creator");
        change.toTheRun();
        change.complete("operator", UserTask.RUN_IN_PRODUCTION, Entered.run()).accepted();
        change.upload(
                "creator",
                UserTask.VALIDATE_PRODUCTION_CHANGE,
                Map.of("validationOutcome", "passed", "logLookedAt", true));
        change.ends("COMPLETED");

        theRecordIsPublishedAndArchived(change);
        assertSaidOnThePullRequest();
        assertThat(announcements())
                .satisfiesExactlyInAnyOrder(
                        text -> assertThat(text).contains("scheduled"),
                        text -> assertThat(text).contains("completed"));
        assertThat(gate()).isEqualTo("success");
    }

    @Test
    void theEngineeringLeadIsRefusedOnAChangeOfHisOwn() {
        ChangeOverHttp change = new ChangeOverHttp(rakegate, 10, "bundle exec rake appeals:recalculate_priority[500]");
        change.prepare("creator");

        Answer answer = change.complete(
                "lead",
                UserTask.APPROVE_AS_ENGINEERING_LEAD,
                Map.of("leadDecision", "approve", "leadConfirmsDocuments", true));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body().path("message").asText())
                .contains("You are already", "four different people", "Ask somebody else of the group.");
        assertThat(elements(change.now().path("waitingFor"))).hasSize(2);
    }

    @Test
    void aSecondStartForTheSamePullRequestIsToldWhereTheFirstOneIs() {
        ChangeOverHttp change = new ChangeOverHttp(rakegate, 2, "bundle exec rake in_progress_forms:normalise_phones");
        change.start("creator").accepted();

        Answer second = change.start("creator");

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body().path("url").asText()).isEqualTo(rakegate.base() + change.path());
        assertThat(rakegate.get("creator", change.path()).status()).isEqualTo(200);
    }

    @Test
    void aPullRequestThatGitHubReportsGetsItsChangeByItself() {
        int number = rakegate.post(
                        "creator",
                        "/sandbox/github/control/sandbox/vets-api/pulls",
                        Map.of(
                                "author", "creator",
                                "title", "Fill the empty flags",
                                "branch", "fill-flags",
                                "body", "Command to run in production: `bundle exec rake flags:fill`",
                                "files", Map.of("rakelib/prod/fill_flags.rake", FILL_FLAGS)))
                .accepted()
                .path("number")
                .asInt();
        ChangeOverHttp change = new ChangeOverHttp(rakegate, number, "bundle exec rake flags:fill");

        int status = rakegate.deliver("pull_request", """
                {"pull_request": {"number": %d}, "repository": {"full_name": "sandbox/vets-api"}}""".formatted(number));

        assertThat(status).isEqualTo(202);
        await("the change")
                .atMost(Duration.ofMinutes(1))
                .until(() -> rakegate.get("auditor", change.path()).status() == 200);
        assertThat(change.taskId(UserTask.ANSWER_REQUIRED_QUESTIONS)).isNotBlank();
        assertThat(change.now().path("command").asText()).isEqualTo("bundle exec rake flags:fill");
        assertThat(change.now().path("team").asText()).isEqualTo("benefits");
    }

    @Test
    void theStagesOfTheWebhookAreMeasuredForAdministratorsAlone() {
        assertThat(rakegate.deliver("ping", "{}")).isEqualTo(202);
        assertThat(rakegate.deliver("star", "{}")).isEqualTo(204);

        Rakegate actuator = new Rakegate(environment.getProperty(
                "local.management.port",
                Integer.class,
                environment.getRequiredProperty("local.server.port", Integer.class)));
        assertThat(actuator.text("admin", "/actuator/prometheus"))
                .startsWith("200 ")
                .containsPattern("rakegate_github_webhook_total\\{stage=\"received\"\\} [1-9]")
                .containsPattern("rakegate_github_webhook_total\\{stage=\"recorded\"\\} [1-9]")
                .containsPattern("rakegate_github_webhook_total\\{stage=\"ignored\"\\} [1-9]")
                .contains("stage=\"refused\"", "stage=\"repeated\"");
        assertThat(actuator.text("creator", "/actuator/prometheus")).startsWith("403 ");
    }

    @Test
    void aRepositoryThatIsNotConfiguredIsRefusedWithTheFieldsName() {
        Answer answer = rakegate.post(
                "creator",
                "/api/changes",
                Map.of(
                        "pullRequest",
                        "https://github.com/somebody/else/pull/1",
                        "team",
                        "benefits",
                        "command",
                        COMMAND));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("field").asText()).isEqualTo("pullRequest");
    }

    @Test
    void aStartThatDoesNotFitIsTheCallersMistakeAtTheEnginesInterfaceToo() {
        Map<String, Object> entered = Map.of(
                "pullRequestLink", Map.of("value", rakegate.base() + "/sandbox/github/sandbox/vets-api/pull/2"),
                "team", Map.of("value", "nobody"),
                "command", Map.of("value", COMMAND));

        Answer answer = rakegate.post(
                "creator",
                "/engine-rest/process-definition/key/ProdDbChange/submit-form",
                Map.of("variables", entered));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("message").asText()).contains("There is no team \"nobody\"", "benefits");
    }

    @Test
    void aClosedPullRequestIsRefusedWithTheFieldsName() {
        ChangeOverHttp change = new ChangeOverHttp(rakegate, 9, "bundle exec rake sessions:delete_expired");

        Answer answer = change.start("creator2");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("field").asText()).isEqualTo("pullRequest");
        assertThat(answer.body().path("detail").asText()).contains("closed");
        assertThat(rakegate.get("creator2", change.path()).status()).isEqualTo(404);
    }

    @Test
    void nobodyDeletesOrChangesWhatHappened() {
        ChangeOverHttp change = new ChangeOverHttp(rakegate, 3, "bundle exec rake claims:nothing");
        change.start("creator").accepted();
        String task = change.firstTaskId();
        String instance = rakegate.get("admin", "/engine-rest/task/" + task)
                .accepted()
                .path("processInstanceId")
                .asText();

        DeletionAttempts attempts = new DeletionAttempts(rakegate, instance, task);

        for (String person : List.of("admin", "owner", "auditor", "creator")) {
            assertThat(attempts.all()).hasSizeGreaterThan(20).allSatisfy(attempt -> {
                Answer answer = rakegate.send(person, attempt.method(), attempt.path(), attempt.body());
                assertThat(answer.status())
                        .as("%s: %s answered %s", person, attempt, answer.body())
                        .isIn(403, 404);
                assertThat(answer.body().path("message").asText())
                        .as("%s: %s", person, attempt)
                        .matches("(?s).{30,}");
            });
        }
        assertThat(rakegate.get("admin", "/engine-rest/history/process-instance/" + instance)
                        .status())
                .isEqualTo(200);
        assertThat(rakegate.get("admin", change.path() + "/events/verification")
                        .accepted()
                        .path("differences"))
                .isEmpty();
        assertThat(rakegate.send("admin", "DELETE", change.path() + "/evidence/any", Map.of())
                        .status())
                .isEqualTo(405);
    }

    /** The record is as it was written; its head stands on the pull request, and its bundle in the archive. */
    private void theRecordIsPublishedAndArchived(ChangeOverHttp change) {
        JsonNode verification =
                rakegate.get("auditor", change.path() + "/events/verification").accepted();
        assertThat(verification.path("differences")).isEmpty();
        await("the head is published")
                .atMost(Duration.ofMinutes(3))
                .until(() ->
                        comments().stream().anyMatch(body -> body.contains("The record of this change is closed")));
    }

    private List<String> comments() {
        return elements(gitHub("/issues/1/comments?per_page=100")).stream()
                .map(comment -> comment.path("body").asText())
                .toList();
    }

    private void assertSaidOnThePullRequest() {
        List<String> comments = comments();
        assertThat(comments)
                .filteredOn(body -> body.contains("<!-- rakegate:change -->"))
                .singleElement()
                .satisfies(body -> assertThat(body).contains("completed in production"));
        assertThat(comments)
                .filteredOn(body -> body.contains("<!-- rakegate:evidence-"))
                .hasSize(4);
        assertThat(comments).hasSize(6);
    }

    private List<String> announcements() {
        return elements(slack("conversations.list").path("channels")).stream()
                .flatMap(channel ->
                        elements(slack("conversations.history?channel="
                                                + channel.path("id").asText())
                                        .path("messages"))
                                .stream())
                .map(message -> message.path("text").asText())
                .toList();
    }

    private String gate() {
        String head = gitHub("/pulls/1").path("head").path("sha").asText();
        return gitHub("/commits/" + head + "/status").path("state").asText();
    }

    private JsonNode gitHub(String path) {
        return rakegate.service("sandbox-token", "/sandbox/github/api/v3/repos/sandbox/vets-api" + path);
    }

    private JsonNode slack(String method) {
        return rakegate.service("xoxb-sandbox", "/sandbox/slack/api/" + method);
    }
}
