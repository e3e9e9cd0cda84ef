package io.rakegate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.rakegate.process.catalogue.ProdDbChange;
import io.rakegate.process.catalogue.UserTask;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The start and steps 1 to 4. */
class PreparationPaths extends ProcessTestBase {

    @Autowired
    RuntimeService runtimeService;

    @Test
    void theBusinessKeyComesFromTheLink() {
        ProcessInstance instance = change.startPrepared();

        assertThat(instance).hasBusinessKey("acme/vets-api#7");
    }

    @Test
    void aRakeTaskOutsideTheFolderHasToMoveFirst() {
        pullRequests.open(7, ChangeDriver.SHA, "rakelib/backfill.rake", ChangeDriver.BODY);
        ProcessInstance instance = change.start("benefits");
        assertThat(instance).isWaitingAt("Task_MoveRakeTask").hasNotPassed("Task_AnswerRequiredQuestions");

        pullRequests.moveFile(7, "d".repeat(40), "rakelib/prod/backfill.rake");
        change.complete("creator", UserTask.MOVE_RAKE_TASK, Map.of());

        assertThat(instance).isWaitingAt("Task_AnswerRequiredQuestions");
    }

    @Test
    void theAnswersOfThePullRequestArePrefilled() {
        ProcessInstance instance = change.startPrepared();

        assertThat(instance)
                .variables()
                .hasEntrySatisfying(
                        "backoutPlan", plan -> assertThat(plan.toString()).contains("data:backfill_undo"));
    }

    @Test
    void anAnswerThatIsNoneGoesBackToItsCreator() {
        change.startPrepared();

        change.complete("creator", UserTask.ANSWER_REQUIRED_QUESTIONS, Map.of("backoutPlan", "TBD"));

        assertThat(change.running())
                .isWaitingAt("Task_AnswerRequiredQuestions")
                .hasNotPassed("Task_UploadLocalEvidence");
    }

    @Test
    void personalDataInThePullRequestBlocks() {
        pullRequests.open(
                7,
                ChangeDriver.SHA,
                "rakelib/prod/backfill.rake",
                ChangeDriver.BODY + "\nFor example the veteran with SSN 219-09-9999.\n");
        change.start("benefits");

        assertThatThrownBy(() -> change.complete("creator", UserTask.ANSWER_REQUIRED_QUESTIONS, Map.of()))
                .hasMessageContaining("holds personal data");

        assertThat(change.running()).isWaitingAt("Task_AnswerRequiredQuestions");
        assertThat(pullRequests.comments.get("acme/vets-api#7 change"))
                .contains("shows personal data")
                .doesNotContain("219-09-9999");
    }

    @Test
    void tenThousandCharactersWithQuotesAndHtmlAreKeptWhole() {
        ProcessInstance instance = change.startPrepared();
        String plan = "Undo \"it\" <b>all</b> 🚀 with 'quotes' & more. ".repeat(220);

        change.complete("creator", UserTask.ANSWER_REQUIRED_QUESTIONS, Map.of("backoutPlan", plan));

        assertThat(plan.length()).isGreaterThan(9_999);
        assertThat(instance).variables().containsEntry("backoutPlan", plan);
    }

    @Test
    void evidenceIsNeededToGoOn() {
        change.startPrepared();
        change.complete("creator", UserTask.ANSWER_REQUIRED_QUESTIONS, Map.of());

        assertThatThrownBy(() -> change.complete("creator", UserTask.UPLOAD_LOCAL_EVIDENCE, Map.of()))
                .hasMessageContaining("There is no local evidence for the commit aaaaaaa yet");
    }

    @Test
    void aSecondStartForTheSamePullRequestIsRefused() {
        change.startPrepared();

        assertThatThrownBy(() -> change.start("benefits")).hasMessageContaining("already has a running change");
    }

    @Test
    void aLinkThatIsNoneIsRefused() {
        assertThatThrownBy(() -> start("https://example.org/", "benefits"))
                .hasMessageContaining("is not the link of a pull request");
    }

    @Test
    void aRepositoryThatIsNotConfiguredIsRefused() {
        assertThatThrownBy(() -> start("https://github.com/other/repo/pull/1", "benefits"))
                .hasMessageContaining("other/repo is not configured");
    }

    @Test
    void aTeamThatIsNoneIsRefused() {
        assertThatThrownBy(() -> start(ChangeDriver.LINK, "nobody"))
                .hasMessageContaining("Teams are: benefits, claims.");
    }

    @Test
    void anOutageIsNoEmptyPullRequest() {
        pullRequests.outage = true;

        assertThatThrownBy(() -> change.start("benefits")).hasMessageContaining("GitHub does not answer");
    }

    private void start(String link, String team) {
        change.as(
                "creator",
                () -> runtimeService.startProcessInstanceByKey(
                        ProdDbChange.KEY,
                        Map.of("pullRequestLink", link, "team", team, "command", "rake data:backfill")));
    }
}
