package io.rakegate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.rakegate.process.catalogue.ProdDbChange;
import io.rakegate.process.catalogue.UserTask;
import io.rakegate.pullrequest.MergeGate;
import io.rakegate.pullrequest.github.WebhookForTests;
import io.rakegate.pullrequest.github.WebhookForTests.GitHubWebhook;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Several things at the same moment, on a real PostgreSQL with real threads: whoever comes first, there is one consistent
 * outcome, and nothing ends as an incident.
 */
@Import(WebhookForTests.class)
class AtTheSameTimeTest extends ProcessTestBase {

    private static final Logger LOG = LoggerFactory.getLogger(AtTheSameTimeTest.class);
    private static final int ROUNDS = 3;
    private static final int MOST_TRIES = 20;
    private static final String NEW_SHA = "d".repeat(40);
    private static final String REPOSITORY = "\"repository\": {\"full_name\": \"acme/vets-api\"}";
    private static final String PULL_REQUEST = "{\"pull_request\": {\"number\": 7}, " + REPOSITORY + "}";

    private final Set<String> workedAt = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newFixedThreadPool(8);

    @Autowired
    GitHubWebhook webhook;

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    TaskService taskService;

    @Autowired
    HistoryService historyService;

    @Autowired
    ManagementService managementService;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void nothingIsLeftBehind() {
        threads.shutdownNow();
        assertThat(managementService.createJobQuery().noRetriesLeft().count())
                .as("incidents")
                .isZero();
        assertThat(managementService.createJobQuery().messages().count())
                .as("jobs that wait")
                .isZero();
    }

    @RepeatedTest(ROUNDS)
    void aPushWhileAnApprovalIsCompletedLeavesNoApproval() throws Exception {
        ProcessInstance instance = change.startPrepared();
        change.prepare();
        change.approveOnGitHubAs(7, "lead");
        String task = taskId(UserTask.APPROVE_AS_ENGINEERING_LEAD);

        atOnce(List.of(
                () -> complete("lead", task, ChangeDriver.approved("lead")),
                () -> {
                    pullRequests.push(7, NEW_SHA);
                    deliver("pull_request", PULL_REQUEST);
                    return work();
                },
                this::work));
        change.runJobs();

        assertThat(instance).isWaitingAt("Task_AnswerRequiredQuestions");
        assertThat(taskService.createTaskQuery().count()).isEqualTo(1);
        assertThat(runtimeService.getVariables(instance.getId()))
                .containsEntry("headSha", NEW_SHA)
                .doesNotContainKeys("leadAct", "leadDecision", "leadReviewFound");
        assertThat(pullRequests.gates.get(NEW_SHA).state()).isNotEqualTo(MergeGate.State.SUCCESS);
    }

    @RepeatedTest(ROUNDS)
    void twoApproversAtOnceBothCount() throws Exception {
        ProcessInstance instance = change.startPrepared();
        change.prepare();
        change.approveOnGitHubAs(7, "lead");
        change.approveOnGitHubAs(7, "console");
        String lead = taskId(UserTask.APPROVE_AS_ENGINEERING_LEAD);
        String console = taskId(UserTask.APPROVE_AS_CONSOLE_SERVICES);

        atOnce(List.of(
                () -> complete("lead", lead, ChangeDriver.approved("lead")),
                () -> complete("console", console, ChangeDriver.approved("consoleServices")),
                this::work,
                this::work));
        change.runJobs();

        assertThat(instance).isWaitingAt("Event_PullRequestMerged");
        assertThat(runtimeService.getVariables(instance.getId())).containsKeys("leadAct", "consoleServicesAct");
        assertThat(pullRequests.gates.get(ChangeDriver.SHA).state()).isEqualTo(MergeGate.State.SUCCESS);
    }

    @RepeatedTest(ROUNDS)
    void onePersonForBothSidesAtOnceHoldsOne() throws Exception {
        people.put("lead", 1003, "team-benefits-leads", "console-services");
        change.toApprovals();
        change.approveOnGitHubAs(7, "lead");
        String lead = taskId(UserTask.APPROVE_AS_ENGINEERING_LEAD);
        String console = taskId(UserTask.APPROVE_AS_CONSOLE_SERVICES);

        atOnce(List.of(
                () -> complete("lead", lead, ChangeDriver.approved("lead")),
                () -> complete("lead", console, ChangeDriver.approved("consoleServices"))));
        change.runJobs();

        assertThat(taskService.createTaskQuery().count()).isEqualTo(1);
        assertThat(finished(UserTask.APPROVE_AS_ENGINEERING_LEAD) + finished(UserTask.APPROVE_AS_CONSOLE_SERVICES))
                .isEqualTo(1);
    }

    @RepeatedTest(ROUNDS)
    void theSameApproverOnGitHubAndInTasklistCountsOnce() throws Exception {
        ProcessInstance instance = change.startPrepared();
        change.prepare();
        change.approveOnGitHubAs(7, "lead");
        String task = taskId(UserTask.APPROVE_AS_ENGINEERING_LEAD);

        atOnce(List.of(
                () -> complete("lead", task, ChangeDriver.approved("lead")),
                () -> {
                    deliver("pull_request_review", PULL_REQUEST);
                    return work();
                },
                this::work));
        change.runJobs();

        assertThat(finished(UserTask.APPROVE_AS_ENGINEERING_LEAD)).isEqualTo(1);
        assertThat(instance).isWaitingAt("Task_ApproveAsConsoleServices");
        assertThat(taskService.createTaskQuery().count()).isEqualTo(1);
    }

    @RepeatedTest(ROUNDS)
    void aReplayedDeliveryIsTakenOnce() throws Exception {
        change.startPrepared();
        String id = UUID.randomUUID().toString();
        Callable<Boolean> delivery = () -> webhook.deliver("pull_request_review", id, PULL_REQUEST) == 202;

        atOnce(List.of(delivery, delivery, delivery, delivery, delivery, delivery));

        assertThat(jdbc.sql("select count(*) from github_delivery where id = ?")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(managementService
                        .createJobQuery()
                        .activityId("Start_PullRequestChanged")
                        .count())
                .isEqualTo(1);
        change.runJobs();
    }

    @Test
    void twoLooksThatWaitAreEnoughUntilTheyBegin() throws Exception {
        change.startPrepared();

        deliver("pull_request_review", PULL_REQUEST);
        deliver("pull_request_review", PULL_REQUEST);
        deliver("pull_request_review", PULL_REQUEST);
        assertThat(looks()).isEqualTo(2);

        jdbc.sql("update act_ru_job set lock_owner_ = 'another node' where id_ in (select id_ from act_ru_job"
                        + " where handler_type_ = 'async-continuation')")
                .update();
        deliver("pull_request_review", PULL_REQUEST);
        assertThat(looks()).isEqualTo(3);

        jdbc.sql("update act_ru_job set lock_owner_ = null").update();
        change.runJobs();
        assertThat(looks()).isZero();
    }

    private long looks() {
        return managementService
                .createJobQuery()
                .activityId("Start_PullRequestChanged")
                .count();
    }

    @RepeatedTest(ROUNDS)
    void manyDeliveriesOfOnePullRequestOpenOneChange() throws Exception {
        people.put("creator", 1001, "team-benefits");
        pullRequests.open(7, ChangeDriver.SHA, "rakelib/prod/backfill.rake", ChangeDriver.BODY);
        Callable<Boolean> delivery = () -> {
            deliver("pull_request", PULL_REQUEST);
            return work();
        };

        atOnce(List.of(delivery, delivery, delivery, delivery));
        change.runJobs();

        assertThat(historyService
                        .createHistoricProcessInstanceQuery()
                        .processDefinitionKey(ProdDbChange.KEY)
                        .count())
                .isEqualTo(1);
        assertThat(change.running()).hasBusinessKey("acme/vets-api#7").isWaitingAt("Task_MoveRakeTask");
    }

    @RepeatedTest(ROUNDS)
    void deliveriesInAnyOrderComeToTheSameEnd() throws Exception {
        ProcessInstance instance = change.startPrepared();
        change.prepare();
        change.approveOnGitHubAs(7, "lead");
        change.approveOnGitHubAs(7, "console");
        pullRequests.merge(7, ChangeDriver.MERGE_COMMIT);
        List<Callable<Boolean>> deliveries = new ArrayList<>();
        deliveries.add(() -> deliver("pull_request", PULL_REQUEST));
        deliveries.add(() -> deliver("pull_request_review", PULL_REQUEST));
        deliveries.add(() -> deliver("push", """
                {"ref": "refs/heads/backfill", "after": "%s", %s}""".formatted(ChangeDriver.SHA, REPOSITORY)));
        deliveries.add(() ->
                deliver("issue_comment", "{\"issue\": {\"number\": 7, \"pull_request\": {}}, " + REPOSITORY + "}"));
        deliveries.add(() -> deliver("check_run", """
                {"check_run": {"pull_requests": [{"number": 7,
                  "url": "https://api.github.com/repos/acme/vets-api/pulls/7"}]}, %s}""".formatted(REPOSITORY)));
        deliveries.add(this::work);
        deliveries.add(this::work);
        Collections.shuffle(deliveries);

        atOnce(deliveries);
        change.runJobs();

        assertThat(instance).isWaitingAt("Task_UploadStagingEvidence");
        assertThat(taskService.createTaskQuery().count()).isEqualTo(1);
        assertThat(finished(UserTask.APPROVE_AS_ENGINEERING_LEAD)).isEqualTo(1);
        assertThat(finished(UserTask.APPROVE_AS_CONSOLE_SERVICES)).isEqualTo(1);
    }

    private boolean deliver(String event, String body) {
        assertThat(webhook.deliver(event, UUID.randomUUID().toString(), body)).isEqualTo(202);
        return true;
    }

    private String taskId(UserTask task) {
        return change.task(task).getId();
    }

    private long finished(UserTask task) {
        return historyService
                .createHistoricTaskInstanceQuery()
                .taskDefinitionKey(task.id())
                .taskDeleteReason("completed")
                .count();
    }

    /** A person tries again after losing a race, and gives up when told that it is done, gone or not for them. */
    private boolean complete(String userId, String taskId, Map<String, Object> entered) {
        for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
            try {
                change.as(userId, () -> taskService.complete(taskId, entered));
                return true;
            } catch (OptimisticLockingException lostRace) {
                assertThat(attempt).as("races lost in a row").isLessThan(MOST_TRIES - 1);
            } catch (ActRefused | ProcessEngineException refused) {
                return false;
            }
        }
        return false;
    }

    /** Runs what waits as one of several job executors does: of one instance one job at a time. */
    private boolean work() {
        for (int round = 0; round < MOST_TRIES; round++) {
            managementService
                    .createJobQuery()
                    .messages()
                    .withRetriesLeft()
                    .list()
                    .forEach(this::workAt);
        }
        return true;
    }

    private void workAt(Job job) {
        if (!workedAt.add(job.getProcessInstanceId())) {
            return;
        }
        try {
            boolean waits =
                    managementService.createJobQuery().jobId(job.getId()).count() == 1;
            if (waits) {
                managementService.executeJob(job.getId());
            }
        } catch (RuntimeException lostRace) {
            // the engine has counted it and tries the job again; one that never succeeds is left behind
            LOG.debug("Job {} of {} failed.", job.getId(), job.getJobDefinitionId(), lostRace);
        } finally {
            workedAt.remove(job.getProcessInstanceId());
        }
    }

    private void atOnce(List<Callable<Boolean>> acts) throws Exception {
        CyclicBarrier together = new CyclicBarrier(acts.size());
        List<Future<Boolean>> done = new ArrayList<>();
        for (Callable<Boolean> act : acts) {
            done.add(threads.submit(() -> {
                together.await(1, TimeUnit.MINUTES);
                return act.call();
            }));
        }
        for (Future<Boolean> one : done) {
            one.get(1, TimeUnit.MINUTES);
        }
    }
}
