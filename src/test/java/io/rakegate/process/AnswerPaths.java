package io.rakegate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.rakegate.policy.PullRequestBody;
import io.rakegate.process.catalogue.UserTask;
import io.rakegate.pullrequest.MergeGate;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The answers in the pull request's text and those in the change, before and after an approval. */
class AnswerPaths extends ProcessTestBase {

    private static final String OTHER_BODY = ChangeDriver.BODY.replace("one thousand records", "ten records");

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    TaskService taskService;

    @Autowired
    HistoryService historyService;

    @Test
    void whatIsAnsweredInTasklistIsWrittenIntoTheText() {
        change.startPrepared();

        change.complete(
                "creator",
                UserTask.ANSWER_REQUIRED_QUESTIONS,
                Map.of("mitigation", "A dry run, compared with the query."));

        assertThat(pullRequests.descriptions).hasSize(1);
        assertThat(PullRequestBody.answers(pullRequests.of(7).body()).mitigation())
                .isEqualTo("A dry run, compared with the query.");
        assertThat(PullRequestBody.answers(pullRequests.of(7).body()).backoutPlan())
                .contains("data:backfill_undo");
    }

    @Test
    void whereAnswersAreMissingTheCommentLinksToTheTemplate() {
        pullRequests.open(7, ChangeDriver.SHA, "rakelib/prod/backfill.rake", "Backfills the flag.");
        change.start("benefits");
        String link = "[template](http://localhost:8080/api/pull-request-template)";
        assertThat(pullRequests.comments.get("acme/vets-api#7 change")).contains(link);

        pullRequests.edit(7, ChangeDriver.BODY);
        change.look();

        assertThat(pullRequests.comments.get("acme/vets-api#7 change")).doesNotContain(link);
    }

    @Test
    void whatRakegateWroteItselfIsNoEditAndIsWrittenOnce() {
        ProcessInstance instance = change.startPrepared();
        change.complete(
                "creator",
                UserTask.ANSWER_REQUIRED_QUESTIONS,
                Map.of("mitigation", "A dry run, compared with the query."));
        change.upload(UserTask.UPLOAD_LOCAL_EVIDENCE, "creator", Map.of());
        change.upload(UserTask.UPLOAD_DEVELOPMENT_EVIDENCE, "creator", Map.of());

        change.look();
        change.look();

        assertThat(pullRequests.descriptions).hasSize(1);
        assertThat(instance).hasNotPassed("Event_AnswersChangeSeen", "Event_AnswersChanged");
    }

    @Test
    void answersThatStandInTheTextAreNotWrittenAgain() {
        change.toApprovals();

        assertThat(pullRequests.descriptions).isEmpty();
    }

    @Test
    void withoutTheRightToEditTheTextTheAnswersStandInTheComment() {
        change.startPrepared();
        pullRequests.descriptionsAreForbidden = true;

        change.complete(
                "creator",
                UserTask.ANSWER_REQUIRED_QUESTIONS,
                Map.of("mitigation", "A dry run, compared with the query."));

        assertThat(change.isOpen(UserTask.UPLOAD_LOCAL_EVIDENCE)).isTrue();
        assertThat(pullRequests.comments.get("acme/vets-api#7 change"))
                .contains("Answers given in Rakegate", "A dry run, compared with the query.");
    }

    @Test
    void personalDataInAnAnswerGetsNeitherIntoTheHistoryNorOut() {
        ProcessInstance instance = change.startPrepared();

        assertThatThrownBy(() -> change.complete(
                        "creator",
                        UserTask.ANSWER_REQUIRED_QUESTIONS,
                        Map.of("mitigation", "We compare the record of SSN 536-22-8726 before and after the run.")))
                .hasMessageContaining("social security number ***-**-****")
                .hasMessageContaining("Nothing was stored");

        assertThat(change.isOpen(UserTask.ANSWER_REQUIRED_QUESTIONS)).isTrue();
        assertThat(answer(instance, "mitigation")).contains("A ghost run");
        assertThat(pullRequests.descriptions).isEmpty();
        assertThat(historyService
                        .createHistoricDetailQuery()
                        .processInstanceId(instance.getId())
                        .variableUpdates()
                        .list())
                .noneMatch(detail -> String.valueOf(((HistoricVariableUpdate) detail).getValue())
                        .contains("536-22-8726"));
    }

    @Test
    void personalDataInAReasonIsRefusedToo() {
        change.toApprovals();

        assertThatThrownBy(() -> change.complete(
                        "lead",
                        UserTask.APPROVE_AS_ENGINEERING_LEAD,
                        Map.of("leadDecision", "requestChanges", "leadReason", "Ask jane.doe@example.com first.")))
                .hasMessageContaining("e-mail address");

        assertThat(change.isOpen(UserTask.APPROVE_AS_ENGINEERING_LEAD)).isTrue();
    }

    @Test
    void anEditOfTheTextWhileSomebodyAnswersIsNotLost() {
        ProcessInstance instance = change.startPrepared();
        pullRequests.edit(7, OTHER_BODY);

        change.complete(
                "creator",
                UserTask.ANSWER_REQUIRED_QUESTIONS,
                Map.of("backoutPlan", "Restore the backup of that table."));

        assertThat(answer(instance, "mitigation")).contains("ten records");
        assertThat(PullRequestBody.answers(pullRequests.of(7).body()).mitigation())
                .contains("ten records");
        assertThat(PullRequestBody.answers(pullRequests.of(7).body()).backoutPlan())
                .isEqualTo("Restore the backup of that table.");
    }

    @Test
    void otherAnswersTakeAnApprovalBackAndShowTheDifference() {
        ProcessInstance instance = change.startPrepared();
        change.prepare();
        change.approveOnGitHubAs(7, "lead");
        change.look();
        assertThat(instance).hasPassed("Task_VerifyEngineeringLeadReview");

        pullRequests.edit(7, OTHER_BODY);
        change.look();

        assertThat(instance)
                .hasPassed("Event_AnswersChanged", "Task_ReaskApprovals")
                .isWaitingAt("Task_ApproveAsEngineeringLead", "Task_ApproveAsConsoleServices");
        assertThat(change.briefing(UserTask.APPROVE_AS_ENGINEERING_LEAD))
                .contains("Read the difference and confirm again", "**one thousand**", "**ten**", "Before:", "Now:");
        assertThat(change.briefing(UserTask.APPROVE_AS_CONSOLE_SERVICES))
                .contains("confirms again: lead")
                .doesNotContain("Before:");
        assertThat(pullRequests.gates.get(ChangeDriver.SHA).state()).isEqualTo(MergeGate.State.PENDING);
        assertThat(pullRequests.comments.get("acme/vets-api#7 change"))
                .contains("Whoever had approved the old ones confirms again: lead");
        change.look();
        assertThat(change.isOpen(UserTask.APPROVE_AS_ENGINEERING_LEAD)).isTrue();
        assertThat(pullRequests.comments.get("acme/vets-api#7 change"))
                .contains("lead does not count", "The answers changed after it was given");
    }

    @Test
    void anApprovalIsConfirmedInTasklistWithoutAnotherReview() {
        ProcessInstance instance = change.startPrepared();
        change.prepare();
        change.approveBoth();
        pullRequests.edit(7, OTHER_BODY);
        change.look();
        assertThat(instance).isWaitingAt("Task_ApproveAsEngineeringLead", "Task_ApproveAsConsoleServices");

        change.complete("lead", UserTask.APPROVE_AS_ENGINEERING_LEAD, ChangeDriver.approved("lead"));
        change.complete("console", UserTask.APPROVE_AS_CONSOLE_SERVICES, ChangeDriver.approved("consoleServices"));

        assertThat(instance).isWaitingAt("Event_PullRequestMerged");
        assertThat(pullRequests.gates.get(ChangeDriver.SHA).state()).isEqualTo(MergeGate.State.SUCCESS);
        assertThat(pullRequests.comments.get("acme/vets-api#7 change")).doesNotContain("confirms again");
    }

    @Test
    void anApprovalIsConfirmedByANewReviewToo() {
        ProcessInstance instance = change.startPrepared();
        change.prepare();
        change.approveOnGitHubAs(7, "lead");
        change.approveOnGitHubAs(7, "console");
        change.look();
        pullRequests.edit(7, OTHER_BODY);
        change.look();

        pullRequests.reviewedAt = Instant.now().plusSeconds(60);
        change.approveOnGitHubAs(7, "lead");
        change.approveOnGitHubAs(7, "console");
        change.look();

        assertThat(instance).isWaitingAt("Event_PullRequestMerged");
    }

    @Test
    void aFormThatShowedTheOldAnswersCannotBeSent() {
        change.toApprovals();
        change.approveOnGitHubAs(7, "lead");
        String shown = change.task(UserTask.APPROVE_AS_ENGINEERING_LEAD).getId();
        pullRequests.edit(7, OTHER_BODY);
        change.runJobsUntil("Task_AcceptReviews");
        change.look();

        assertThatThrownBy(() -> change.as("lead", () -> taskService.complete(shown, ChangeDriver.approved("lead"))))
                .hasMessageContaining(shown);
        assertThat(change.isOpen(UserTask.APPROVE_AS_ENGINEERING_LEAD)).isTrue();
    }

    @Test
    void anAnswerThatIsTakenOutSendsTheChangeBackToItsCreator() {
        ProcessInstance instance = change.startPrepared();
        change.prepare();
        change.approveBoth();

        pullRequests.edit(
                7, ChangeDriver.BODY.replace("Run data:backfill_undo, which sets the flag back to null.", ""));
        change.look();

        assertThat(instance).isWaitingAt("Task_AnswerRequiredQuestions");
        assertThat(pullRequests.gates.get(ChangeDriver.SHA).state()).isNotEqualTo(MergeGate.State.SUCCESS);
    }

    @Test
    void otherWordsAroundTheAnswersChangeNothing() {
        ProcessInstance instance = change.startPrepared();
        change.prepare();
        change.approveBoth();

        pullRequests.edit(7, "Closes #12.\n\n" + ChangeDriver.BODY);
        change.look();

        assertThat(instance).isWaitingAt("Event_PullRequestMerged").hasNotPassed("Event_AnswersChanged");
    }

    @Test
    void afterTheMergeWhatWasApprovedCounts() {
        ProcessInstance instance = change.startPrepared();
        change.prepare();
        change.approveBoth();
        change.mergeAndLook();

        pullRequests.edit(7, OTHER_BODY);
        change.look();

        assertThat(instance).isWaitingAt("Task_UploadStagingEvidence");
        assertThat(answer(instance, "mitigation")).contains("one thousand records");
        assertThat(pullRequests.comments.get("acme/vets-api#7 change")).contains("What was approved counts");
    }

    private String answer(ProcessInstance instance, String name) {
        return runtimeService.getVariable(instance.getId(), name).toString();
    }
}
