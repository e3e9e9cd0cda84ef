package io.rakegate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.rakegate.policy.FindingAnswer;
import io.rakegate.process.FindingStanding.State;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.FindingRow;
import io.rakegate.process.catalogue.UserTask;
import io.rakegate.pullrequest.RakeSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Steps 2 and 5: "each finding with its answer or waiver", and who accepted it. */
class FindingPaths extends ProcessTestBase {

    private static final String NEW_SHA = "d".repeat(40);
    private static final String WHY = "The table has ten rows, all of them read by us.";
    private static final UserTask QUESTIONS = UserTask.ANSWER_REQUIRED_QUESTIONS;

    @Autowired
    private ChangeFindings findings;

    private List<FindingStanding> standings() {
        return findings.find(ChangeDriver.REF).orElseThrow();
    }

    private FindingStanding dryRun() {
        return standings().stream()
                .filter(one -> one.finding().rule().equals("TaskHasADryRun"))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Object> answers(String kind, String text) {
        return Map.of("findingAnswers", change.findingAnswers(kind, text));
    }

    private Map<String, Object> approved(String side, List<String> waivers) {
        Map<String, Object> entered = new HashMap<>(ChangeDriver.approved(side));
        entered.put(side + "AcceptedWaivers", ChangeVariables.LEAD_ACCEPTED_WAIVERS.toEngine(waivers));
        return entered;
    }

    private void toApprovalsWithWaivers() {
        change.startPrepared();
        change.complete("creator", QUESTIONS, answers("waived", WHY));
        change.upload(UserTask.UPLOAD_LOCAL_EVIDENCE, "creator", Map.of());
        change.upload(UserTask.UPLOAD_DEVELOPMENT_EVIDENCE, "creator", Map.of());
    }

    private List<String> waived() {
        return standings().stream()
                .filter(one -> one.state() == State.WAIVED)
                .map(one -> one.finding().id())
                .toList();
    }

    @Test
    void eachFindingHasARowThatSaysWhatIsSoAndWhere() {
        change.startPrepared();

        assertThat(change.findingRows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.kind()).isEmpty())
                .anySatisfy(row -> assertThat(row.finding()).contains("no dry run", "rakelib/prod/backfill.rake:3"));
    }

    @Test
    void aTaskNameThatTheRepositoryHasAlreadyIsAFinding() {
        pullRequests.rakeFolders.add(new RakeSource("lib/tasks/old.rake", FakePullRequests.RUBY));

        change.startPrepared();

        assertThat(standings())
                .extracting(one -> one.finding().sentence())
                .contains("The task data:backfill is defined a second time, in lib/tasks/old.rake.");
    }

    @Test
    void completionIsRefusedNamingEachFindingWithoutAnAnswer() {
        change.startPrepared();
        List<FindingRow> rows = change.findingRows();

        assertThatThrownBy(() -> change.complete(
                        "creator",
                        QUESTIONS,
                        Map.of("findingAnswers", ChangeVariables.FINDING_ANSWERS.toEngine(List.of()))))
                .satisfies(refused -> rows.forEach(
                        row -> assertThat(refused).hasMessageContaining(row.id() + " at rakelib/prod/backfill.rake")))
                .hasMessageContaining("it has no answer");

        assertThat(change.isOpen(QUESTIONS)).isTrue();
        assertThat(standings()).noneMatch(one -> one.answered() != null);
    }

    @Test
    void anAnswerThatSaysNothingOrIsNoneIsRefused() {
        change.startPrepared();

        assertThatThrownBy(() -> change.complete("creator", QUESTIONS, answers("explained", "TBD")))
                .hasMessageContaining("needs a sentence that says why or how");
        assertThatThrownBy(() -> change.complete("creator", QUESTIONS, answers("ignored", WHY)))
                .hasMessageContaining("\"ignored\" is no way to answer");
        assertThatThrownBy(() -> change.complete("creator", QUESTIONS, answers("singleStatement", WHY)))
                .hasMessageContaining("answers a missing transaction only");
        assertThatThrownBy(() -> change.complete(
                        "creator",
                        QUESTIONS,
                        Map.of(
                                "findingAnswers",
                                SpinValues.jsonValue("{\"a\": 1}").create())))
                .hasMessageContaining("The answers to findings are a list such as");
    }

    @Test
    void anAnswerIsKeptWithWhoGaveItWhenTheChangeComesBack() {
        change.toApprovals();
        String id = dryRun().finding().id();

        change.complete(
                "lead",
                UserTask.APPROVE_AS_ENGINEERING_LEAD,
                Map.of("leadDecision", "requestChanges", "leadReason", "Use smaller batches, please."));

        assertThat(dryRun().answered()).satisfies(answered -> {
            assertThat(answered.userId()).isEqualTo("creator");
            assertThat(answered.answer().kind()).isEqualTo(FindingAnswer.Kind.EXPLAINED);
        });
        assertThat(change.findingRows())
                .filteredOn(row -> row.id().equals(id))
                .singleElement()
                .satisfies(row -> assertThat(row.kind()).isEqualTo("explained"));
        change.complete(
                "creator", QUESTIONS, Map.of("findingAnswers", ChangeVariables.FINDING_ANSWERS.toEngine(List.of())));
        assertThat(change.running()).isWaitingAt("Task_UploadLocalEvidence");
    }

    @Test
    void anAnswerSticksToItsFindingOverANewCommitThatMovesTheCode() {
        change.startPrepared();
        change.complete("creator", QUESTIONS, answers("explained", WHY));

        pullRequests.rewrite(7, NEW_SHA, "# a comment\n\n" + FakePullRequests.RUBY);
        change.look();

        assertThat(dryRun().state()).isEqualTo(State.EXPLAINED);
        assertThat(dryRun().finding().line()).isEqualTo(5);
    }

    @Test
    void aCommitThatRemovesAFindingFixesIt() {
        change.startPrepared();
        String id = dryRun().finding().id();

        pullRequests.rewrite(7, NEW_SHA, """
                namespace :data do
                  task backfill: :environment do
                    next unless ENV['LIVE'] == 'true'
                    Record.where(flag: nil).update_all(flag: false)
                  end
                end
                """);
        change.look();

        assertThat(change.findingRows()).noneMatch(row -> row.id().equals(id));
        assertThat(dryRun().state()).isEqualTo(State.FIXED);
        assertThat(dryRun().fixedBy()).isEqualTo(NEW_SHA);
        assertThat(change.briefing(QUESTIONS)).contains("**fixed:**", "By commit `ddddddd`.");
    }

    @Test
    void aFindingThatComesBackIsOpenAgain() {
        change.startPrepared();
        pullRequests.rewrite(7, NEW_SHA, FakePullRequests.RUBY.replace("update_all(flag: false)", "count"));
        change.look();
        assertThat(dryRun().state()).isEqualTo(State.FIXED);

        pullRequests.rewrite(7, "e".repeat(40), FakePullRequests.RUBY);
        change.look();

        assertThat(dryRun().state()).isEqualTo(State.OPEN);
        assertThat(standings()).extracting(one -> one.finding().id()).doesNotHaveDuplicates();
    }

    @Test
    void whatIsSaidToBeFixedAndIsStillThereComesBack() {
        change.startPrepared();

        change.complete("creator", QUESTIONS, answers("fixed", ""));

        assertThat(change.running())
                .isWaitingAt("Task_AnswerRequiredQuestions")
                .hasNotPassed("Task_UploadLocalEvidence");
        assertThat(change.briefing(QUESTIONS)).contains("and it is still there");
    }

    @Test
    void aFindingThatANewCommitBringsAfterTheQuestionsIsMissingAtTheApprovals() {
        change.startPrepared();
        change.complete("creator", QUESTIONS, answers("explained", WHY));
        change.upload(UserTask.UPLOAD_LOCAL_EVIDENCE, "creator", Map.of());
        pullRequests.rewrite(
                7,
                NEW_SHA,
                FakePullRequests.RUBY.replace("update_all(flag: false)", "each { |one| Job.perform_async(one) }"));
        change.look();

        change.upload(UserTask.UPLOAD_DEVELOPMENT_EVIDENCE, "creator", Map.of());

        assertThat(change.running()).isWaitingAt("Task_AnswerRequiredQuestions");
        assertThat(change.briefing(QUESTIONS)).contains("An answer to the finding: ");
    }

    @Test
    void anApprovalWithoutAcceptingTheWaiversIsRefused() {
        toApprovalsWithWaivers();
        change.approveOnGitHubAs(7, "lead");

        assertThatThrownBy(() ->
                        change.complete("lead", UserTask.APPROVE_AS_ENGINEERING_LEAD, ChangeDriver.approved("lead")))
                .hasMessageContaining("Accept each waiver by ticking it")
                .hasMessageContaining(WHY);

        assertThat(change.isOpen(UserTask.APPROVE_AS_ENGINEERING_LEAD)).isTrue();
    }

    @Test
    void whoAcceptedAWaiverIsRecordedForEachSide() {
        toApprovalsWithWaivers();
        List<String> waivers = waived();
        change.approveOnGitHubAs(7, "lead");
        change.approveOnGitHubAs(7, "console");

        change.complete("lead", UserTask.APPROVE_AS_ENGINEERING_LEAD, approved("lead", waivers));
        assertThat(dryRun().state()).isEqualTo(State.WAIVED);
        assertThat(change.briefing(UserTask.APPROVE_AS_CONSOLE_SERVICES))
                .contains(WHY)
                .contains("Accepted by");
        change.complete("console", UserTask.APPROVE_AS_CONSOLE_SERVICES, approved("consoleServices", waivers));

        assertThat(dryRun().state()).isEqualTo(State.ACCEPTED);
        assertThat(dryRun().acceptances())
                .satisfiesExactly(
                        lead -> {
                            assertThat(lead.act().userId()).isEqualTo("lead");
                            assertThat(lead.act().headSha()).isEqualTo(ChangeDriver.SHA);
                        },
                        console -> assertThat(console.act().userId()).isEqualTo("console"));
    }

    @Test
    void aNewCommitWithdrawsWhatWasAccepted() {
        toApprovalsWithWaivers();
        change.approveOnGitHubAs(7, "lead");
        change.complete("lead", UserTask.APPROVE_AS_ENGINEERING_LEAD, approved("lead", waived()));

        pullRequests.push(7, NEW_SHA);
        change.look();

        assertThat(dryRun().state()).isEqualTo(State.WAIVED);
        assertThat(dryRun().acceptances()).isEmpty();
    }

    @Test
    void aReviewOnGitHubCannotAcceptAWaiverAndSaysSo() {
        toApprovalsWithWaivers();
        change.approveOnGitHubAs(7, "lead");

        change.look();

        assertThat(change.isOpen(UserTask.APPROVE_AS_ENGINEERING_LEAD)).isTrue();
        assertThat(pullRequests.comments.get("acme/vets-api#7 change"))
                .contains("Findings are waived, and a review cannot accept that");
        change.complete("lead", UserTask.APPROVE_AS_ENGINEERING_LEAD, approved("lead", waived()));
        assertThat(change.isOpen(UserTask.APPROVE_AS_ENGINEERING_LEAD)).isFalse();
    }
}
