package io.rakegate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.rakegate.process.catalogue.ProdDbChange;
import io.rakegate.process.catalogue.UserTask;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The record of a change that has ended was changed: an incident says so until it is as it was. */
class ChangedRecordPaths extends ProcessTestBase {

    @Autowired
    ChangedRecords changedRecords;

    @Autowired
    Changes changes;

    @Autowired
    ProcessTestApplication.FakeRecords records;

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    ManagementService managementService;

    @AfterEach
    void asItWas() {
        records.differences.clear();
    }

    @Test
    void aDifferenceIsAnIncidentAtOnce() {
        Change ended = anEndedChange();
        records.differences.add("The history lacks the task 4711.");

        changedRecords.report(ended);
        fail(job());

        Incident incident = runtimeService.createIncidentQuery().singleResult();
        assertThat(incident.getActivityId()).isEqualTo("Task_CompareRecord");
        assertThat(incident.getIncidentMessage())
                .contains("Somebody changed what is recorded of acme/vets-api#7", "The history lacks the task 4711.");
        assertThat(shown()).hasBusinessKey("acme/vets-api#7");
    }

    @Test
    void theSameDifferenceIsReportedOnce() {
        Change ended = anEndedChange();
        records.differences.add("The history lacks the task 4711.");

        changedRecords.report(ended);
        fail(job());
        changedRecords.report(ended);

        assertThat(shown()).isWaitingAt("Task_CompareRecord");
        assertThat(runtimeService.createIncidentQuery().count()).isEqualTo(1);
    }

    @Test
    void theIncidentGoesAwayWithTheDifference() {
        Change ended = anEndedChange();
        records.differences.add("The history lacks the task 4711.");
        changedRecords.report(ended);
        fail(job());
        ProcessInstance shown = shown();

        records.differences.clear();
        changedRecords.compareAgain(ended);
        change.runJobs();

        assertThat(shown).hasPassed("Task_CompareRecord", "End_RecordWhole").isEnded();
        assertThat(runtimeService.createIncidentQuery().count()).isZero();
    }

    @Test
    void aChangeThatHasGoneFromTheHistoryIsAnIncidentToo() {
        Change ended = anEndedChange();
        Change gone = new Change(
                ended.ref(),
                "nothing-has-this-id",
                ended.currentPullRequest(),
                ended.title(),
                ended.team(),
                ended.command(),
                ended.headSha(),
                ended.step(),
                ended.waitingFor(),
                ended.missing(),
                ended.outcome(),
                ended.startedAt(),
                ended.endedAt());

        changedRecords.report(gone);
        fail(job());

        assertThat(runtimeService.createIncidentQuery().singleResult().getIncidentMessage())
                .contains("nothing-has-this-id", "acme/vets-api#7");
    }

    private Change anEndedChange() {
        change.toApprovals();
        change.complete(
                "lead",
                UserTask.APPROVE_AS_ENGINEERING_LEAD,
                Map.of("leadDecision", "reject", "leadReason", "This data belongs to another team."));
        Change ended = changes.find(ChangeDriver.REF).orElseThrow();
        assertThat(ended.isRunning()).isFalse();
        return ended;
    }

    private void fail(Job job) {
        assertThatThrownBy(() -> managementService.executeJob(job.getId())).isInstanceOf(RuntimeException.class);
    }

    private Job job() {
        return managementService
                .createJobQuery()
                .processDefinitionKey(ProdDbChange.CHANGED_RECORD)
                .singleResult();
    }

    private ProcessInstance shown() {
        return runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(ProdDbChange.CHANGED_RECORD)
                .singleResult();
    }
}
