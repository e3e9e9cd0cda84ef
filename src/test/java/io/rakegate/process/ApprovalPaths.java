package io.rakegate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.rakegate.evidence.Evidence;
import io.rakegate.process.catalogue.UserTask;
import io.rakegate.pullrequest.MergeGate;
import io.rakegate.pullrequest.Review;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Step 5: what happens around the two approvals. */
class ApprovalPaths extends ProcessTestBase {

    @Autowired
    private HistoryService history;

    private static final String NEW_SHA = "d".repeat(40);

    @Test
    void bothApprovalTasksAreOpenAtTheSameTime() {
        ProcessInstance instance = change.startPrepared();

        change.prepare();

        assertThat(instance)
                .isWaitingAt("Task_ApproveAsEngineeringLead", "Task_ApproveAsConsoleServices")
                .hasNotPassed("End_NotApproved");
    }

    @Test
    void whoApprovesReadsWhichEvidenceIsAMaskedCopy() {
        change.startPrepared();
        change.complete("creator", UserTask.ANSWER_REQUIRED_QUESTIONS, Map.of());
        change.upload(UserTask.UPLOAD_LOCAL_EVIDENCE, "creator", Map.of());
        evidence.scan = Evidence.ScanResult.REDACTED;
        change.upload(UserTask.UPLOAD_DEVELOPMENT_EVIDENCE, "creator", Map.of());

        assertThat(change.briefing(UserTask.APPROVE_AS_ENGINEERING_LEAD).lines())
                .filteredOn(line -> line.contains("personal data masked"))
                .singleElement()
                .asString()
                .contains("development.log");
        assertThat(pullRequests.comments.values())
                .filteredOn(comment -> comment.contains("bytes, personal data masked |"))
                .singleElement()
                .asString()
                .contains("### Evidence: development");
    }

    @Test
    void anApprovalInTasklistWithoutItsReviewOnGitHubComesBackWithTheLink() {
        change.toApprovals();

        change.complete("lead", UserTask.APPROVE_AS_ENGINEERING_LEAD, ChangeDriver.approved("lead"));

        assertThat(change.isOpen(UserTask.APPROVE_AS_ENGINEERING_LEAD)).isTrue();
        assertThat(change.briefing(UserTask.APPROVE_AS_ENGINEERING_LEAD))
                .contains("no approving GitHub review", "pull/7/files");
    }

    @Test
    void whyAnApprovalCameBackIsSaidUntilItIsGivenAgain() {
        change.toApprovals();
        change.complete("lead", UserTask.APPROVE_AS_ENGINEERING_LEAD, ChangeDriver.approved("lead"));

        change.look();
        change.complete("console", UserTask.APPROVE_AS_CONSOLE_SERVICES, ChangeDriver.approved("consoleServices"));
        change.look();

        assertThat(change.briefing(UserTask.APPROVE_AS_ENGINEERING_LEAD))
                .contains("lead approved here, but there is no", "console approved here, but there is no");

        change.approveOnGitHubAs(7, "lead");
        change.look();
        assertThat(change.isOpen(UserTask.APPROVE_AS_ENGINEERING_LEAD)).isFalse();
        assertThat(change.briefing(UserTask.APPROVE_AS_CONSOLE_SERVICES))
                .contains("console approved here, but there is no")
                .doesNotContain("lead approved here");
    }

    /** GitHub may be away for long: till it is asked, what it said of an earlier approval says nothing of this one. */
    @Test
    void anApprovalThatIsGivenAgainWaitsForItsOwnReview() {
        change.toApprovals();
        Map<String, Object> approved = ChangeDriver.approved("lead");
        change.complete("lead", UserTask.APPROVE_AS_ENGINEERING_LEAD, approved);
        String instance = change.running().getId();
        assertThat(BpmnAwareTests.runtimeService().getVariable(instance, "leadReviewFound"))
                .isEqualTo(false);

        change.as(
                "lead",
                () -> BpmnAwareTests.taskService()
                        .complete(
                                change.task(UserTask.APPROVE_AS_ENGINEERING_LEAD)
                                        .getId(),
                                approved));

        assertThat(BpmnAwareTests.runtimeService().getVariable(instance, "leadReviewFound"))
                .isNull();
    }

    @Test
    void anApprovalByConsoleServicesWithoutItsReviewComesBackToo() {
        change.toApprovals();

        change.complete("console", UserTask.APPROVE_AS_CONSOLE_SERVICES, ChangeDriver.approved("consoleServices"));

        assertThat(change.isOpen(UserTask.APPROVE_AS_CONSOLE_SERVICES)).isTrue();
    }

    @Test
    void aReviewForAnOlderCommitDoesNotCount() {
        change.toApprovals();
        change.approveOnGitHubAs(7, "lead");
        pullRequests.push(7, NEW_SHA);

        change.complete("lead", UserTask.APPROVE_AS_ENGINEERING_LEAD, ChangeDriver.approved("lead"));

        assertThat(change.isOpen(UserTask.APPROVE_AS_ENGINEERING_LEAD)).isTrue();
    }

    @Test
    void aDismissedReviewDoesNotCount() {
        change.toApprovals();
        change.approveOnGitHubAs(7, "lead");
        pullRequests.review(7, people.account("lead"), Review.State.DISMISSED);

        change.complete("lead", UserTask.APPROVE_AS_ENGINEERING_LEAD, ChangeDriver.approved("lead"));

        assertThat(change.isOpen(UserTask.APPROVE_AS_ENGINEERING_LEAD)).isTrue();
    }

    @Test
    void approvingReviewsOnGitHubCompleteTheMatchingTasks() {
        ProcessInstance instance = change.startPrepared();
        change.prepare();
        change.approveOnGitHubAs(7, "lead");
        change.approveOnGitHubAs(7, "console");

        change.look();

        assertThat(instance)
                .hasPassed("Task_ApproveAsEngineeringLead", "Task_ApproveAsConsoleServices", "Task_OpenMergeGate")
                .isWaitingAt("Event_PullRequestMerged");
        assertThat(pullRequests.gates.get(ChangeDriver.SHA).state()).isEqualTo(MergeGate.State.SUCCESS);
    }

    @Test
    void theMergeGateStaysShutWhateverADiagramDrawsBeforeIt() {
        ProcessInstance instance = change.startPrepared();
        change.prepare();
        change.approveOnGitHubAs(7, "lead");
        change.approveOnGitHubAs(7, "console");
        BpmnAwareTests.managementService()
                .executeJob(BpmnAwareTests.managementService()
                        .createJobQuery()
                        .timers()
                        .activityId("Start_TimeToLook")
                        .singleResult()
                        .getId());
        change.runJobsUntil("Task_OpenMergeGate");
        BpmnAwareTests.runtimeService().setVariable(instance.getId(), "consoleServicesDecision", "requestChanges");

        assertThatThrownBy(() -> change.runJobs()).hasStackTraceContaining("The merge gate stays shut");

        // the report before it said so too, while both approvals stood
        assertThat(pullRequests.gates.get(ChangeDriver.SHA).description())
                .doesNotContain("Approved by the engineering lead and Console Services");
    }

    @Test
    void aReviewByAnAuthorDoesNotCountAndTheCommentSaysWhy() {
        change.toApprovals();
        people.put("creator", 1001, "team-benefits", "team-benefits-leads");
        change.approveOnGitHubAs(7, "creator");

        change.look();

        assertThat(change.isOpen(UserTask.APPROVE_AS_ENGINEERING_LEAD)).isTrue();
        assertThat(pullRequests.comments.get("acme/vets-api#7 change"))
                .contains("creator does not count", "an author of this change");
        change.look();
        assertThat(history.createUserOperationLogQuery()
                        .operationType("Refuse")
                        .userId("creator")
                        .processInstanceId(change.running().getId())
                        .list())
                .singleElement()
                .satisfies(entry -> assertThat(entry.getNewValue()).contains("creator does not count"));
    }

    @Test
    void aRequestForChangesOnGitHubSendsTheChangeBack() {
        ProcessInstance instance = change.startPrepared();
        change.prepare();
        pullRequests.review(7, people.account("console"), Review.State.CHANGES_REQUESTED);

        change.look();

        assertThat(instance)
                .hasPassed("Event_NotApproved", "Task_WithdrawApprovals")
                .isWaitingAt("Task_AnswerRequiredQuestions");
    }

    @Test
    void requestingChangesSendsTheChangeBackWithTheReason() {
        ProcessInstance instance = change.startPrepared();
        change.prepare();
        change.approveOnGitHubAs(7, "lead");
        change.complete("lead", UserTask.APPROVE_AS_ENGINEERING_LEAD, ChangeDriver.approved("lead"));

        change.complete(
                "console",
                UserTask.APPROVE_AS_CONSOLE_SERVICES,
                Map.of("consoleServicesDecision", "requestChanges", "consoleServicesReason", "No backup was taken."));

        assertThat(instance).isWaitingAt("Task_AnswerRequiredQuestions").hasNotPassed("End_Rejected");
        assertThat(change.briefing(UserTask.ANSWER_REQUIRED_QUESTIONS)).contains("No backup was taken.");
        assertThat(instance).variables().doesNotContainKey("leadAct");
    }

    @Test
    void rejectingForGoodEndsTheChange() {
        ProcessInstance instance = change.startPrepared();
        change.prepare();

        change.complete(
                "lead",
                UserTask.APPROVE_AS_ENGINEERING_LEAD,
                Map.of("leadDecision", "reject", "leadReason", "This data belongs to another team."));

        assertThat(instance).isEnded().hasPassed("End_Rejected").hasNotPassed("Task_WithdrawApprovals");
        assertThat(pullRequests.comments.get("acme/vets-api#7 change"))
                .contains("rejected by an approver", "belongs to another team");
        assertThat(pullRequests.gates.get(ChangeDriver.SHA).state()).isEqualTo(MergeGate.State.FAILURE);
    }

    @Test
    void aNewCommitWithdrawsApprovalsAndMakesEvidenceStale() {
        ProcessInstance instance = change.startPrepared();
        change.prepare();
        change.approveOnGitHubAs(7, "lead");
        change.complete("lead", UserTask.APPROVE_AS_ENGINEERING_LEAD, ChangeDriver.approved("lead"));
        pullRequests.push(7, NEW_SHA);

        change.look();

        assertThat(instance).hasPassed("Event_NewCommitPushed").isWaitingAt("Task_AnswerRequiredQuestions");
        assertThat(pullRequests.gates.get(NEW_SHA).state()).isNotEqualTo(MergeGate.State.SUCCESS);
        assertThat(change.briefing(UserTask.ANSWER_REQUIRED_QUESTIONS)).contains("stale: for another commit");
    }

    @Test
    void aNewCommitBeforeTheApprovalsLeadsBackToStepOne() {
        ProcessInstance instance = change.startPrepared();
        change.complete("creator", UserTask.ANSWER_REQUIRED_QUESTIONS, Map.of());
        change.upload(UserTask.UPLOAD_LOCAL_EVIDENCE, "creator", Map.of());
        pullRequests.push(7, NEW_SHA);
        change.look();

        change.upload(UserTask.UPLOAD_DEVELOPMENT_EVIDENCE, "creator", Map.of());

        assertThat(instance).isWaitingAt("Task_AnswerRequiredQuestions").hasNotPassed("Start_ApprovalRequested");
        assertThat(change.briefing(UserTask.ANSWER_REQUIRED_QUESTIONS)).contains("local evidence for the commit");
    }

    @Test
    void aPullRequestMergedBeforeTheApprovalsStillNeedsThem() {
        ProcessInstance instance = change.startPrepared();
        change.prepare();
        change.mergeAndLook();

        change.approveBoth();

        assertThat(instance).hasPassed("Task_VerifyMerge").hasNotPassed("Event_PullRequestMerged");
        assertThat(instance).isWaitingAt("Task_UploadStagingEvidence");
    }

    @Test
    void whatWasMergedDifferentlyStopsTheChangeWithTheDifference() {
        ProcessInstance instance = change.startPrepared();
        change.prepare();
        change.approveBoth();
        pullRequests.merge(7, ChangeDriver.MERGE_COMMIT);
        pullRequests.merged.put(ChangeDriver.MERGE_COMMIT, List.of());

        change.look();

        assertThat(instance).isWaitingAt("Task_AttachFollowUpPullRequest");
        assertThat(change.briefing(UserTask.ATTACH_FOLLOW_UP_PULL_REQUEST)).contains("is not the same");
    }

    @Test
    void whoeverDoesNotApproveSaysWhy() {
        change.toApprovals();

        assertThatThrownBy(() -> change.complete(
                        "lead", UserTask.APPROVE_AS_ENGINEERING_LEAD, Map.of("leadDecision", "requestChanges")))
                .hasMessageContaining("Say why you do not approve");

        assertThat(change.isOpen(UserTask.APPROVE_AS_ENGINEERING_LEAD)).isTrue();
    }

    @Test
    void whoeverApprovesConfirmsTheDocuments() {
        change.toApprovals();

        assertThatThrownBy(() -> change.complete(
                        "lead", UserTask.APPROVE_AS_ENGINEERING_LEAD, Map.of("leadDecision", "approve")))
                .hasMessageContaining("Confirm that all documents are within the pull request");
    }
}
