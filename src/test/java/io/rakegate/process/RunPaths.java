package io.rakegate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.rakegate.announcement.Announcement;
import io.rakegate.evidence.EvidenceEnvironment;
import io.rakegate.process.catalogue.UserTask;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps 6 to 10: staging, scheduling, the run with its five outcomes, the validation. */
class RunPaths extends ProcessTestBase {

    @Test
    void aFailureInStagingGoesBackToStepOneWithAFollowUpPullRequest() {
        change.toStaging();
        change.upload(UserTask.UPLOAD_STAGING_EVIDENCE, "creator", Map.of("stagingOutcome", "failed"));
        pullRequests.open(8, "e".repeat(40), "rakelib/prod/backfill.rake", ChangeDriver.BODY);

        change.complete(
                "creator",
                UserTask.ATTACH_FOLLOW_UP_PULL_REQUEST,
                Map.of("followUpPullRequest", "https://github.com/acme/vets-api/pull/8"));

        ProcessInstance instance = change.running();
        assertThat(instance).isWaitingAt("Task_AnswerRequiredQuestions");
        assertThat(instance).variables().containsEntry("pullRequest", "acme/vets-api#8");
        assertThat(instance.getBusinessKey()).isEqualTo("acme/vets-api#7");
    }

    @Test
    void aFollowUpIsAnotherPullRequest() {
        change.toStaging();
        change.upload(UserTask.UPLOAD_STAGING_EVIDENCE, "creator", Map.of("stagingOutcome", "failed"));

        assertThatThrownBy(() -> change.complete(
                        "creator",
                        UserTask.ATTACH_FOLLOW_UP_PULL_REQUEST,
                        Map.of("followUpPullRequest", ChangeDriver.LINK)))
                .hasMessageContaining("merged already");
    }

    @Test
    void withoutStagingEvidenceNothingIsScheduled() {
        change.toStaging();

        assertThatThrownBy(() -> change.complete(
                        "creator", UserTask.UPLOAD_STAGING_EVIDENCE, Map.of("stagingOutcome", "passed")))
                .hasMessageContaining("There is no staging evidence for the commit");

        assertThat(change.running()).isWaitingAt("Task_UploadStagingEvidence");
    }

    @Test
    void stagingEvidenceThatVanishedFromTheRecordsIsAskedForAgain() {
        change.toStaging();
        evidence.upload(
                ChangeDriver.REF,
                UserTask.UPLOAD_STAGING_EVIDENCE.evidence().orElseThrow(),
                ChangeDriver.SHA,
                "creator");
        change.as(
                "creator",
                () -> BpmnAwareTests.taskService()
                        .complete(
                                change.task(UserTask.UPLOAD_STAGING_EVIDENCE).getId(),
                                Map.of("stagingOutcome", "passed")));
        change.runJobsUntil("Task_CheckSchedulingDocuments");
        evidence.kept.clear();

        change.runJobs();

        assertThat(change.running()).isWaitingAt("Task_UploadStagingEvidence");
        assertThat(change.briefing(UserTask.UPLOAD_STAGING_EVIDENCE)).contains("staging evidence for the commit");
    }

    @Test
    void aTeamWithoutAnOperatorHasOneArrangedBesideTheOtherSteps() {
        pullRequests.open(7, ChangeDriver.SHA, "rakelib/prod/backfill.rake", ChangeDriver.BODY);
        ProcessInstance instance = change.start("claims");

        assertThat(instance).isWaitingAt("Task_ArrangeOperator", "Task_AnswerRequiredQuestions");
        change.complete("platform", UserTask.ARRANGE_OPERATOR, Map.of("arrangedOperator", "operator2"));

        assertThat(instance).hasPassed("Gateway_OperatorKnown").isWaitingAt("Task_AnswerRequiredQuestions");
    }

    @Test
    void onlySomebodyWithProductionAccessCanBeArranged() {
        pullRequests.open(7, ChangeDriver.SHA, "rakelib/prod/backfill.rake", ChangeDriver.BODY);
        change.start("claims");

        assertThatThrownBy(() ->
                        change.complete("platform", UserTask.ARRANGE_OPERATOR, Map.of("arrangedOperator", "console")))
                .hasMessageContaining("\"console\" is not in prod-operators. Members are: operator, operator2.");
    }

    @Test
    void theRunIsAnnouncedAndWaitsForItsOperator() {
        change.toRun();

        assertThat(change.task(UserTask.RUN_IN_PRODUCTION).getAssignee()).isEqualTo("operator");
        assertThat(announcements.count(Announcement.Kind.SCHEDULED_RUN)).isOne();
        assertThat(announcements.said.values().iterator().next().text())
                .contains("Backfill the flag", "bundle exec rake data:backfill", "operator");
    }

    @Test
    void whatNeedsAFixIsNotScheduled() {
        change.toStaging();
        change.stage();

        change.complete("creator", UserTask.SCHEDULE_PRODUCTION_RUN, Map.of("schedulingDecision", "fixFirst"));

        assertThat(change.running())
                .isWaitingAt("Task_AttachFollowUpPullRequest")
                .hasNotPassed("Task_AnnounceProductionRun");
    }

    @ParameterizedTest
    @ValueSource(strings = {"partial", "failedRolledBack", "aborted"})
    void everyOutcomeThatNeedsAnotherRunGoesBackToScheduling(String outcome) {
        change.toRun();

        change.complete("operator", UserTask.RUN_IN_PRODUCTION, ChangeDriver.ran(outcome));
        change.schedule();

        assertThat(change.running()).isWaitingAt("Task_RunInProduction").hasNotPassed("Task_RunBackout");
        assertThat(announcements.count(Announcement.Kind.SCHEDULED_RUN)).isEqualTo(2);
    }

    @Test
    void whoValidatesReadsWhatTheOperatorReported() {
        change.toRun();
        Map<String, Object> ran = ChangeDriver.ran("success");
        assertThat(change.briefing(UserTask.RUN_IN_PRODUCTION)).doesNotContain("Reported of the last run");

        change.complete("operator", UserTask.RUN_IN_PRODUCTION, ran);

        assertThat(change.briefing(UserTask.VALIDATE_PRODUCTION_CHANGE))
                .contains("outcome: success, session: operator-0f3c1a9be27d4e551, ran " + minute(ran.get("runStarted")))
                .contains(" to " + minute(ran.get("runEnded")) + " (UTC), exit status: 0, rows changed: 42")
                .contains("**Notes of the operator:** As in staging.");
    }

    @Test
    void ofARunThatWasAbortedOnlyTheNotesAreRead() {
        change.toRun();
        change.complete("operator", UserTask.RUN_IN_PRODUCTION, ChangeDriver.ran("partial"));
        change.schedule();

        change.complete(
                "operator",
                UserTask.RUN_IN_PRODUCTION,
                Map.of("runOutcome", "aborted", "runNotes", "The replica lagged behind."));

        assertThat(change.briefing(UserTask.SCHEDULE_PRODUCTION_RUN))
                .contains("outcome: aborted\n", "The replica lagged behind.")
                .doesNotContain("exit status", "operator-0f3c1a9be27d4e551");
    }

    private static String minute(Object moment) {
        return Fields.minute(Instant.parse(moment.toString()));
    }

    @Test
    void aRunThatNeedsItsBackoutIsBackedOutWithEvidenceAndAnnouncement() {
        change.toRun();
        ProcessInstance instance = change.running();

        change.complete("operator", UserTask.RUN_IN_PRODUCTION, ChangeDriver.ran("failedNeedsBackout"));
        change.upload(UserTask.RUN_BACKOUT, "operator", Map.of());

        assertThat(instance)
                .isEnded()
                .hasPassed("Call_RecordBackoutEvidence", "Task_AnnounceBackout", "End_BackedOut")
                .hasNotPassed("Task_AnnounceCompletion");
        assertThat(announcements.count(Announcement.Kind.BACKOUT)).isOne();
    }

    @Test
    void aValidationThatFailsLeadsToTheBackout() {
        change.toRun();
        change.complete("operator", UserTask.RUN_IN_PRODUCTION, ChangeDriver.ran("success"));

        change.upload(UserTask.VALIDATE_PRODUCTION_CHANGE, "creator", Map.of("validationOutcome", "needsBackout"));

        assertThat(change.running()).isWaitingAt("Task_RunBackout").hasNotPassed("Task_CheckClosingDocuments");
    }

    @Test
    void whatWasUploadedBeforeTheRunIsNoProofOfIt() {
        change.toRun();
        evidence.uploadedAt = Instant.now().minus(Duration.ofHours(2));
        evidence.upload(ChangeDriver.REF, EvidenceEnvironment.PRODUCTION, ChangeDriver.SHA, "creator");
        change.complete("operator", UserTask.RUN_IN_PRODUCTION, ChangeDriver.ran("success"));
        Map<String, Object> passed = Map.of("validationOutcome", "passed", "logLookedAt", true);

        assertThatThrownBy(() -> change.complete("creator", UserTask.VALIDATE_PRODUCTION_CHANGE, passed))
                .hasMessageContaining("before the run started")
                .hasMessageContaining("Upload what shows the state after the run");

        ProcessInstance running = change.running();
        evidence.uploadedAt = null;
        change.upload(UserTask.VALIDATE_PRODUCTION_CHANGE, "creator", passed);
        assertThat(running).isEnded();
    }

    @Test
    void productionProofThatVanishedIsAskedForAgain() {
        change.toRun();
        change.complete("operator", UserTask.RUN_IN_PRODUCTION, ChangeDriver.ran("success"));
        evidence.upload(
                ChangeDriver.REF,
                UserTask.VALIDATE_PRODUCTION_CHANGE.evidence().orElseThrow(),
                ChangeDriver.SHA,
                "creator");
        change.as(
                "creator",
                () -> BpmnAwareTests.taskService()
                        .complete(
                                change.task(UserTask.VALIDATE_PRODUCTION_CHANGE).getId(),
                                Map.of("validationOutcome", "passed", "logLookedAt", true)));
        change.runJobsUntil("Task_CheckClosingDocuments");
        evidence.kept.clear();

        change.runJobs();

        assertThat(change.running())
                .isWaitingAt("Task_ValidateProductionChange")
                .hasNotPassed("Task_AnnounceCompletion");
    }

    @Test
    void aRunOutsideItsWindowIsRefused() {
        change.toRun();
        Map<String, Object> late = new HashMap<>(ChangeDriver.ran("success"));
        late.put("runStarted", "2020-01-01T00:00:00Z");

        assertThatThrownBy(() -> change.complete("operator", UserTask.RUN_IN_PRODUCTION, late))
                .hasMessageContaining("outside its announced window");
    }

    @Test
    void anAbortedRunHasTimesOrNone() {
        change.toRun();
        Map<String, Object> named = new HashMap<>(ChangeDriver.ran("aborted"));
        named.put("runStarted", "Jane Miller, born 1970-01-02");

        assertThatThrownBy(() -> change.complete("operator", UserTask.RUN_IN_PRODUCTION, named))
                .hasMessageContaining("is no time");

        named.remove("runStarted");
        named.remove("runEnded");
        change.complete("operator", UserTask.RUN_IN_PRODUCTION, named);
        assertThat(change.running()).hasPassed("Task_RunInProduction");
    }

    @ParameterizedTest
    @CsvSource({"mergedAsApproved,false", "leadDecision,requestChanges", "consoleServicesDecision,''"})
    void nothingRunsThatWasNotApprovedAndMergedSoWhateverADiagramDraws(String variable, String value) {
        change.toRun();
        BpmnAwareTests.runtimeService()
                .setVariable(change.running().getId(), variable, value.equals("false") ? false : value);

        assertThatThrownBy(() -> change.complete("operator", UserTask.RUN_IN_PRODUCTION, ChangeDriver.ran("success")))
                .hasMessageContaining("not approved by both sides and merged as approved");

        change.complete("operator", UserTask.RUN_IN_PRODUCTION, ChangeDriver.ran("aborted"));
        assertThat(change.running()).isWaitingAt("Task_ScheduleProductionRun");
    }

    @Test
    void aRunWithAnotherExitStatusIsNoSuccess() {
        change.toRun();
        Map<String, Object> failed = new HashMap<>(ChangeDriver.ran("success"));
        failed.put("runExitStatus", 1L);

        assertThatThrownBy(() -> change.complete("operator", UserTask.RUN_IN_PRODUCTION, failed))
                .hasMessageContaining("is no success");
    }

    @Test
    void storedBytesThatChangedAreAnIncident() {
        change.startPrepared();
        change.complete("creator", UserTask.ANSWER_REQUIRED_QUESTIONS, Map.of());
        evidence.stored = new byte[] {1};

        assertThatThrownBy(() -> change.upload(UserTask.UPLOAD_LOCAL_EVIDENCE, "creator", Map.of()))
                .hasMessageContaining("have SHA-256");
    }
}
