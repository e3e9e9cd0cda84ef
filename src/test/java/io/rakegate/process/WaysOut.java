package io.rakegate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.rakegate.process.catalogue.Outcome;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How a change ends before its run: withdrawn, or closed with its pull request. */
class WaysOut extends ProcessTestBase {

    @Autowired
    Changes changes;

    @Test
    void theCreatorWithdrawsTheChange() {
        ProcessInstance instance = change.startPrepared();

        change.as("creator", () -> changes.withdraw(ChangeDriver.REF, "Not needed any more."));
        change.runJobs();

        assertThat(instance).isEnded().hasPassed("End_Withdrawn").hasNotPassed("End_Completed");
        assertThat(pullRequests.comments.get("acme/vets-api#7 change"))
                .contains("withdrawn by its creator", "Not needed any more");
        assertThat(changes.find(ChangeDriver.REF).orElseThrow().outcome()).isEqualTo(Outcome.WITHDRAWN);
    }

    @Test
    void nobodyElseWithdrawsIt() {
        change.toApprovals();

        assertThatThrownBy(() -> change.as(
                        "creator", () -> changes.withdraw(ChangeDriver.REF, "It names a veteran, SSN 123-45-6789.")))
                .hasMessageContaining("personal data or a secret");
        assertThatThrownBy(() -> change.as("console", () -> changes.withdraw(ChangeDriver.REF, "No.")))
                .isInstanceOf(ActRefused.class)
                .hasMessageContaining("somebody of the requesting team");
    }

    @Test
    void aScheduledRunIsNotWithdrawn() {
        change.toRun();

        assertThatThrownBy(() -> change.as("creator", () -> changes.withdraw(ChangeDriver.REF, "Too late.")))
                .hasMessageContaining("Report the run as aborted");
    }

    @Test
    void aPullRequestClosedUnmergedEndsTheChange() {
        ProcessInstance instance = change.startPrepared();
        change.prepare();
        pullRequests.close(7);

        change.look();

        assertThat(instance).isEnded().hasPassed("End_ClosingSeen", "End_PullRequestClosed");
        assertThat(pullRequests.comments.get("acme/vets-api#7 change")).contains("closed with its pull request");
    }

    @Test
    void aPullRequestThatWasClosedBeforeTheStartEndsItToo() {
        pullRequests.open(7, ChangeDriver.SHA, "rakelib/prod/backfill.rake", ChangeDriver.BODY);
        pullRequests.close(7);

        ProcessInstance instance = change.start("benefits");

        assertThat(instance).isEnded().hasPassed("End_PullRequestFoundClosed", "End_PullRequestClosed");
    }
}
