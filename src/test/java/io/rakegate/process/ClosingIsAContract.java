package io.rakegate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import io.rakegate.announcement.Announcement;
import io.rakegate.process.catalogue.UserTask;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Step 9: a change does not close without its whole production proof, and what is missing is named. */
class ClosingIsAContract extends ProcessTestBase {

    private static final Map<String, Object> VALID = Map.of("validationOutcome", "passed", "logLookedAt", true);

    @BeforeEach
    void ranInProduction() {
        change.toRun();
        change.complete("operator", UserTask.RUN_IN_PRODUCTION, ChangeDriver.ran("success"));
    }

    static Stream<Arguments> incomplete() {
        return Stream.of(
                missing(proof -> proof.rowsBefore = null, "how many rows there were before"),
                missing(proof -> proof.rowsAfter = null, "how many rows there are after"),
                missing(proof -> proof.expectedRemainder = null, "how many rows are expected to remain"),
                missing(proof -> proof.expectedRemainder = 312L, "explain the rows that remain: why 312"),
                missing(proof -> proof.rowsAfter = 5L, "explain the rows that remain: why 0"),
                missing(proof -> proof.logPointer = "", "where in the logs"));
    }

    private static Arguments missing(Consumer<FakeEvidence> part, String named) {
        return Arguments.of(part, named);
    }

    @ParameterizedTest
    @MethodSource("incomplete")
    void aProofWithoutOneOfItsPartsIsRefusedByName(Consumer<FakeEvidence> part, String named) {
        part.accept(evidence);

        assertThatThrownBy(() -> change.upload(UserTask.VALIDATE_PRODUCTION_CHANGE, "creator", VALID))
                .hasMessageContaining(named);

        assertThat(change.running())
                .isWaitingAt("Task_ValidateProductionChange")
                .hasNotPassed("Task_AnnounceCompletion");
    }

    @ParameterizedTest
    @MethodSource("incomplete")
    void aProofThatLostAPartBeforeTheGateIsAskedForAgainByName(Consumer<FakeEvidence> part, String named) {
        completeUpToTheGate();
        evidence.kept.clear();
        part.accept(evidence);
        String id = evidence.upload(
                        ChangeDriver.REF,
                        UserTask.VALIDATE_PRODUCTION_CHANGE.evidence().orElseThrow(),
                        ChangeDriver.SHA,
                        "creator")
                .id()
                .toString();
        runtimeService().setVariable(change.running().getId(), "productionEvidence", id);

        change.runJobs();

        assertThat(change.running()).isWaitingAt("Task_ValidateProductionChange");
        assertThat(change.briefing(UserTask.VALIDATE_PRODUCTION_CHANGE)).contains(named);
        assertThat(change.running()).variables().doesNotContainKeys("logLookedAt", "logLookedAtAct");
    }

    @Test
    void anExplainedRemainderCloses() {
        evidence.rowsAfter = 312L;
        evidence.expectedRemainder = 312L;
        evidence.remainderReason = "Claims without an address keep no office.";
        var instance = change.running();

        change.upload(UserTask.VALIDATE_PRODUCTION_CHANGE, "creator", VALID);

        assertThat(instance).isEnded().hasPassed("End_Completed");
    }

    @Test
    void aLogThatNobodyLookedAtIsRefused() {
        assertThatThrownBy(() -> change.upload(
                        UserTask.VALIDATE_PRODUCTION_CHANGE, "creator", Map.of("validationOutcome", "passed")))
                .hasMessageContaining("Nobody has said that they looked at the log");
    }

    @Test
    void whoLookedAtTheLogIsWhoActed() {
        completeUpToTheGate();

        Map<String, Object> variables =
                runtimeService().getVariables(change.running().getId());
        assertThat(variables.get("logLookedAtAct").toString())
                .contains("\"userId\":\"creator\"", "\"headSha\":\"" + ChangeDriver.SHA + "\"");
    }

    @Test
    void aFlagSetPastTheTaskIsNobodysWord() {
        completeUpToTheGate();
        runtimeService().removeVariable(change.running().getId(), "logLookedAtAct");

        change.runJobs();

        assertThat(change.briefing(UserTask.VALIDATE_PRODUCTION_CHANGE))
                .contains("Nobody has said that they looked at the log");
    }

    @Test
    void anAnnouncementWithoutALinkIsNamed() {
        runtimeService().setVariable(change.running().getId(), "runAnnouncement", "said in the channel");

        assertThatThrownBy(() -> change.upload(UserTask.VALIDATE_PRODUCTION_CHANGE, "creator", VALID))
                .hasMessageContaining("The link of the announcement of the production run is missing");
    }

    @Test
    void aChangeThatIsBackedOutNeedsNoProofOfSuccess() {
        evidence.rowsBefore = null;

        change.upload(UserTask.VALIDATE_PRODUCTION_CHANGE, "creator", Map.of("validationOutcome", "needsBackout"));

        assertThat(change.running()).isWaitingAt("Task_RunBackout");
    }

    @Test
    void anOverdueProofEscalatesOnce() {
        Task task = change.task(UserTask.VALIDATE_PRODUCTION_CHANGE);
        task.setDueDate(Date.from(Instant.now().minus(Duration.ofDays(3))));
        taskService().saveTask(task);

        change.fireTimer("Start_TimeToRemind");
        change.fireTimer("Start_TimeToRemind");

        assertThat(announcements.count(Announcement.Kind.ESCALATION)).isOne();
        assertThat(announcements.said.values().stream()
                        .filter(one -> one.kind() == Announcement.Kind.ESCALATION)
                        .findFirst()
                        .orElseThrow()
                        .text())
                .contains("Validate the production change");
    }

    private void completeUpToTheGate() {
        evidence.upload(
                ChangeDriver.REF,
                UserTask.VALIDATE_PRODUCTION_CHANGE.evidence().orElseThrow(),
                ChangeDriver.SHA,
                "creator");
        change.as(
                "creator",
                () -> taskService()
                        .complete(
                                change.task(UserTask.VALIDATE_PRODUCTION_CHANGE).getId(), VALID));
        change.runJobsUntil("Task_CheckClosingDocuments");
    }
}
