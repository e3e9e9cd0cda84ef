package io.rakegate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.rakegate.announcement.Announcement;
import io.rakegate.process.catalogue.UserTask;
import io.rakegate.pullrequest.MergeGate;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

/** The happy path: a pull request is opened and, ten steps later, announced as completed. */
class TenSteps extends ProcessTestBase {

    @Test
    void aChangeGoesThroughAllTenSteps() {
        ProcessInstance instance = change.startPrepared();

        change.prepare();
        change.approveBoth();
        change.mergeAndLook();
        change.stage();
        change.schedule();
        change.complete("operator", UserTask.RUN_IN_PRODUCTION, ChangeDriver.ran("success"));
        change.upload(
                UserTask.VALIDATE_PRODUCTION_CHANGE,
                "creator",
                Map.of("validationOutcome", "passed", "logLookedAt", true));

        assertThat(instance)
                .isEnded()
                .hasPassed("Task_AnnounceProductionRun", "Task_AnnounceCompletion", "End_Completed");
        assertThat(announcements.count(Announcement.Kind.SCHEDULED_RUN)).isOne();
        assertThat(announcements.count(Announcement.Kind.COMPLETION)).isOne();
        assertThat(pullRequests.comments.get("acme/vets-api#7 change")).contains("completed in production");
        assertThat(pullRequests.comments.keySet().stream().filter(key -> key.contains("evidence-")))
                .hasSize(4);
        assertThat(pullRequests.gates.get(ChangeDriver.SHA).state()).isEqualTo(MergeGate.State.SUCCESS);
    }
}
