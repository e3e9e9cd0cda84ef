package io.rakegate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Instant;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An outage is retried with growing pauses, then an incident that somebody retries from Cockpit. */
class OutagePaths extends ProcessTestBase {

    private static final String CHECK = "Task_CheckPullRequest";

    @Autowired
    ManagementService managementService;

    @Autowired
    RuntimeService runtimeService;

    @Test
    void anOutageBecomesAnIncidentAndIsRetriedFromThere() {
        pullRequests.open(7, ChangeDriver.SHA, "rakelib/prod/backfill.rake", ChangeDriver.BODY);
        ProcessInstance instance = change.startWithoutRunning("benefits");
        change.runJobsUntil(CHECK);
        pullRequests.outage = true;

        failUntilNoRetriesAreLeft();
        Incident incident = runtimeService.createIncidentQuery().singleResult();
        pullRequests.outage = false;
        managementService.setJobRetries(incident.getConfiguration(), 1);
        change.runJobs();

        assertThat(incident.getActivityId()).isEqualTo(CHECK);
        assertThat(incident.getIncidentMessage()).contains("GitHub does not answer");
        assertThat(runtimeService.createIncidentQuery().count()).isZero();
        assertThat(instance).isWaitingAt("Task_AnswerRequiredQuestions");
    }

    @Test
    void aRepositoryThatIsGoneHoldsTheChangeAndCockpitSaysSo() {
        pullRequests.open(7, ChangeDriver.SHA, "rakelib/prod/backfill.rake", ChangeDriver.BODY);
        ProcessInstance instance = change.startWithoutRunning("benefits");
        change.runJobsUntil(CHECK);
        pullRequests.pullRequests.clear();

        failUntilNoRetriesAreLeft();

        assertThat(runtimeService.createIncidentQuery().singleResult().getIncidentMessage())
                .contains("There is no pull request acme/vets-api#7");
        assertThat(instance).isStarted().isNotEnded().hasNotPassed("Task_AnswerRequiredQuestions");
    }

    @Test
    void eachRetryWaitsLongerThanTheOneBefore() {
        pullRequests.open(7, ChangeDriver.SHA, "rakelib/prod/backfill.rake", ChangeDriver.BODY);
        change.startWithoutRunning("benefits");
        change.runJobsUntil(CHECK);
        pullRequests.outage = true;

        fail(check());
        Instant first = check().getDuedate().toInstant();
        fail(check());
        Instant second = check().getDuedate().toInstant();

        assertThat(second).isAfter(first);
    }

    private void failUntilNoRetriesAreLeft() {
        while (check().getRetries() > 0) {
            fail(check());
        }
    }

    private void fail(Job job) {
        try {
            managementService.executeJob(job.getId());
        } catch (RuntimeException outage) {
            assertThat(outage).hasMessageMatching("(?s).*(GitHub does not answer|There is no pull request).*");
        }
    }

    private Job check() {
        return managementService.createJobQuery().activityId(CHECK).singleResult();
    }
}
