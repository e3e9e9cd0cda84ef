package io.rakegate.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rakegate.evidence.EvidenceEnvironment;
import io.rakegate.evidence.OverrideDesk;
import io.rakegate.evidence.Quarantined;
import io.rakegate.process.catalogue.UserTask;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who decides about a false alarm of the scan: an approver who holds no other side, and takes theirs by it. */
class FalseAlarmsAreDecided extends ProcessTestBase {

    @Autowired
    private OverrideDesk desk;

    @Autowired
    private RuntimeService runtimeService;

    @Test
    void theLeadAndConsoleServicesMayAndNobodyElse() {
        change.startPrepared();

        assertThat(refusalTo("lead")).isNull();
        assertThat(refusalTo("console")).isNull();
        assertThat(refusalTo("creator")).contains("you are neither");
        assertThat(refusalTo("operator")).contains("you are neither");
    }

    @Test
    void anAuthorMayNotEvenAsALead() {
        people.put("creator", 1001, "team-benefits", "team-benefits-leads");
        change.startPrepared();

        assertThat(refusalTo("creator")).contains("You are already an author of this change");
    }

    @Test
    void whoDecidesTakesTheirSideForGood() {
        change.startPrepared();

        change.as("lead", () -> desk.decided(decided("lead")));

        assertThat(runtimeService
                        .getVariable(change.running().getId(), "sidesTaken")
                        .toString())
                .contains("ENGINEERING_LEAD", "\"userId\":\"lead\"");
        assertThat(runtimeService
                        .getVariable(change.running().getId(), "falseAlarms")
                        .toString())
                .contains("\"accepted\":true", "\"userId\":\"lead\"", "It is the sample number.");
    }

    @Test
    void anEndedChangeHasNothingToDecide() {
        change.toRun();
        change.complete("operator", UserTask.RUN_IN_PRODUCTION, ChangeDriver.ran("failedNeedsBackout"));
        change.upload(UserTask.RUN_BACKOUT, "operator", java.util.Map.of());

        assertThat(refusalTo("lead")).contains("has ended");
    }

    private String refusalTo(String person) {
        String[] refusal = new String[1];
        change.as(person, () -> {
            OverrideDesk.Desk found = desk.find(ChangeDriver.REF);
            assertThat(found).isNotNull();
            refusal[0] = found.refusal();
        });
        return refusal[0];
    }

    private static Quarantined decided(String person) {
        return new Quarantined(
                UUID.randomUUID(),
                ChangeDriver.REF,
                EvidenceEnvironment.LOCAL,
                ChangeDriver.SHA,
                "creator",
                Instant.parse("2026-01-02T00:00:00Z"),
                "run.log",
                "text/plain",
                10,
                "a".repeat(64),
                List.of(),
                1,
                "The number is an example.",
                new Quarantined.Decision(
                        true,
                        person,
                        Instant.parse("2026-01-02T01:00:00Z"),
                        "It is the sample number.",
                        UUID.randomUUID()));
    }
}
