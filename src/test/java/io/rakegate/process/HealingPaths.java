package io.rakegate.process;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.rakegate.process.catalogue.UserTask;
import io.rakegate.pullrequest.BranchPushed;
import io.rakegate.pullrequest.ChangedFile;
import io.rakegate.pullrequest.GitHubUser;
import io.rakegate.pullrequest.MergeGate;
import io.rakegate.pullrequest.Mergeability;
import io.rakegate.pullrequest.PullRequest;
import io.rakegate.pullrequest.PullRequestChanged;
import io.rakegate.pullrequest.Review;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** What was lost or changed by hand is right again after the next look, and what does not count is said. */
class HealingPaths extends ProcessTestBase {

    private static final String NEW_SHA = "d".repeat(40);
    private static final String COMMENT = "acme/vets-api#7 change";

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Changes changes;

    @Test
    void aCommentThatWasDeletedIsThereAgain() {
        change.toApprovals();
        String said = pullRequests.comments.remove(COMMENT);

        hint();

        assertThat(pullRequests.comments).containsEntry(COMMENT, said);
    }

    @Test
    void aCommentThatWasEditedIsAsItWas() {
        change.toApprovals();
        String said = pullRequests.comments.put(COMMENT, "All done, merge it!");

        change.look();

        assertThat(pullRequests.comments).containsEntry(COMMENT, said);
    }

    @Test
    void conflictsWithTheBaseBranchAreSaidWherePeopleLookAndStayUntilGitHubSaysOtherwise() {
        change.toApprovals();
        pullRequests.mergeability(7, Mergeability.CONFLICTS);
        change.look();
        pullRequests.mergeability(7, Mergeability.UNKNOWN);

        change.look();

        assertThat(pullRequests.comments.get(COMMENT))
                .contains("> The pull request has conflicts with its base branch");
        assertThat(change.briefing(UserTask.APPROVE_AS_ENGINEERING_LEAD))
                .contains("**Merge:** The pull request has conflicts");
        assertThat(changes.find(ChangeDriver.REF).orElseThrow().missing())
                .singleElement(as(STRING))
                .contains("conflicts with its base branch");

        pullRequests.mergeability(7, Mergeability.MERGEABLE);
        change.look();
        assertThat(pullRequests.comments.get(COMMENT)).doesNotContain("conflicts");
        assertThat(changes.find(ChangeDriver.REF).orElseThrow().missing()).isEmpty();
    }

    @Test
    void whatIsNotKnownYetOfANewCommitIsNotTakenFromTheOldOne() {
        change.toApprovals();
        pullRequests.mergeability(7, Mergeability.CONFLICTS);
        change.look();
        pullRequests.mergeability(7, Mergeability.UNKNOWN);
        pullRequests.push(7, NEW_SHA);

        change.look();

        assertThat(pullRequests.comments.get(COMMENT)).doesNotContain("conflicts");
    }

    @Test
    void aMergeThatGitHubHoldsIsSaidOnceRakegateNoLongerHoldsIt() {
        change.toApprovals();
        pullRequests.mergeability(7, Mergeability.BLOCKED);
        change.look();
        String before = pullRequests.comments.get(COMMENT);
        change.approveBoth();

        change.look();

        assertThat(before).doesNotContain("GitHub holds the merge");
        assertThat(pullRequests.comments.get(COMMENT)).contains("GitHub holds the merge although both approvals stand");
        assertThat(changes.find(ChangeDriver.REF).orElseThrow().missing())
                .singleElement(as(STRING))
                .contains("GitHub holds the merge");
    }

    @Test
    void aGateThatWasLostIsSetAgain() {
        change.toApprovals();
        change.approveBoth();
        pullRequests.gates.clear();

        change.look();

        assertThat(pullRequests.gates.get(ChangeDriver.SHA).state()).isEqualTo(MergeGate.State.SUCCESS);
    }

    @Test
    void aGateThatSomebodyElseOpenedIsClosedAgain() {
        change.toApprovals();
        pullRequests.gates.put(
                ChangeDriver.SHA, new MergeGate(MergeGate.State.SUCCESS, "Fine.", "https://elsewhere.example"));

        hint();

        assertThat(pullRequests.gates.get(ChangeDriver.SHA).state()).isEqualTo(MergeGate.State.PENDING);
    }

    @Test
    void theGateStandsOnTheNewHeadAfterTheFirstLookAtAnyStep() {
        change.startPrepared();
        change.complete("creator", UserTask.ANSWER_REQUIRED_QUESTIONS, Map.of());
        pullRequests.push(7, NEW_SHA);

        hint();

        assertThat(pullRequests.gates).containsKey(NEW_SHA);
        assertThat(change.briefing(UserTask.UPLOAD_LOCAL_EVIDENCE)).contains("`ddddddd`");
    }

    @Test
    void aPushIsSeenByTheBranchThatItWentTo() {
        ProcessInstance instance = change.startPrepared();
        change.prepare();
        pullRequests.push(7, NEW_SHA);

        events.publishEvent(new BranchPushed("acme/vets-api", "another-branch", NEW_SHA));
        events.publishEvent(new BranchPushed("acme/vets_api", "backfill", NEW_SHA));
        change.runJobs();
        assertThat(instance).hasNotPassed("Task_CheckPullRequestAgain");
        events.publishEvent(new BranchPushed("acme/vets-api", "backfill", NEW_SHA));
        change.runJobs();

        assertThat(instance).hasPassed("Event_NewCommitPushed", "Task_WithdrawApprovals");
    }

    @Test
    void aForcePushBackToAnOlderCommitIsANewCommitToo() {
        ProcessInstance instance = change.startPrepared();
        change.prepare();
        change.approveBoth();
        pullRequests.push(7, NEW_SHA);
        hint();
        change.prepare();
        pullRequests.push(7, ChangeDriver.SHA);

        hint();

        assertThat(instance).hasPassed("Event_NewCommitPushed").isWaitingAt("Task_AnswerRequiredQuestions");
        assertThat(pullRequests.gates.get(ChangeDriver.SHA).state()).isNotEqualTo(MergeGate.State.SUCCESS);
        assertThat(change.isOpen(UserTask.APPROVE_AS_ENGINEERING_LEAD)).isFalse();
    }

    @Test
    void aTaskFileThatIsDeletedIsMissedAtStepOne() {
        ProcessInstance instance = change.startPrepared();
        change.prepare();
        PullRequest before = pullRequests.of(7);
        ChangedFile deleted = new ChangedFile(before.files().get(0).path(), ChangedFile.Change.REMOVED, null, null);
        pullRequests.change(before, NEW_SHA, before.state(), null, List.of(deleted), before.reviews());

        hint();

        assertThat(instance).isWaitingAt("Task_MoveRakeTask");
        assertThat(change.briefing(UserTask.MOVE_RAKE_TASK)).contains("removes a rake file");
        assertThat(pullRequests.gates.get(NEW_SHA).state()).isEqualTo(MergeGate.State.FAILURE);
    }

    @Test
    void aTaskFileThatIsRenamedAwayIsMissedAtStepOne() {
        ProcessInstance instance = change.startPrepared();
        change.prepare();
        pullRequests.moveFile(7, NEW_SHA, "lib/tasks/backfill.rake");

        hint();

        assertThat(instance).isWaitingAt("Task_MoveRakeTask");
    }

    @Test
    void aReviewForAnOlderCommitIsNamed() {
        change.startPrepared();
        change.approveOnGitHubAs(7, "lead");
        pullRequests.push(7, NEW_SHA);
        change.look();
        change.prepare();
        change.runJobs();

        change.look();

        assertThat(change.isOpen(UserTask.APPROVE_AS_ENGINEERING_LEAD)).isTrue();
        assertThat(pullRequests.comments.get(COMMENT)).contains("lead does not count", "older commit aaaaaaa");
    }

    @Test
    void aDismissedReviewIsNamed() {
        change.toApprovals();
        change.approveOnGitHubAs(7, "lead");
        pullRequests.review(7, people.account("lead"), Review.State.DISMISSED);

        change.look();

        assertThat(change.isOpen(UserTask.APPROVE_AS_ENGINEERING_LEAD)).isTrue();
        assertThat(pullRequests.comments.get(COMMENT)).contains("lead does not count", "dismissed on GitHub");
    }

    @Test
    void aReviewByABotIsNamed() {
        change.toApprovals();
        pullRequests.review(7, new GitHubUser(1003, "helper[bot]", true), Review.State.APPROVED);

        change.look();

        assertThat(change.isOpen(UserTask.APPROVE_AS_ENGINEERING_LEAD)).isTrue();
        assertThat(pullRequests.comments.get(COMMENT)).contains("It is by a bot");
    }

    @Test
    void aReviewBySomebodyWhoHoldsTheOtherSideIsNamed() {
        people.put("lead", 1003, "team-benefits-leads", "console-services");
        change.toApprovals();
        change.approveOnGitHubAs(7, "lead");
        change.look();

        change.look();

        assertThat(change.isOpen(UserTask.APPROVE_AS_CONSOLE_SERVICES)).isTrue();
        assertThat(pullRequests.comments.get(COMMENT)).contains("lead does not count", "engineering lead");
    }

    @Test
    void aReviewByAnAccountThatNobodyStandsBehindIsNamed() {
        change.toApprovals();
        pullRequests.review(7, GitHubUser.person(0, "ghost"), Review.State.APPROVED);

        change.look();

        assertThat(change.isOpen(UserTask.APPROVE_AS_ENGINEERING_LEAD)).isTrue();
        assertThat(pullRequests.comments.get(COMMENT)).contains("ghost does not count", "knows nobody");
    }

    private void hint() {
        events.publishEvent(new PullRequestChanged(ChangeDriver.REF));
        change.runJobs();
    }
}
