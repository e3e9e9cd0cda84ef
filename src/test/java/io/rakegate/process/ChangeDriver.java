package io.rakegate.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rakegate.evidence.EvidenceEnvironment;
import io.rakegate.identity.Acting;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.FindingRow;
import io.rakegate.process.catalogue.ProdDbChange;
import io.rakegate.process.catalogue.UserTask;
import io.rakegate.pullrequest.PullRequestRef;
import io.rakegate.pullrequest.Review;
import io.rakegate.support.Entered;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Takes a change through its steps in a test, naming the engine's chores: run what waits, act as somebody. */
@Component
class ChangeDriver {

    static final String SHA = "a".repeat(40);
    static final String MERGE_COMMIT = "c".repeat(40);
    static final PullRequestRef REF = new PullRequestRef("acme", "vets-api", 7);
    static final String LINK = "https://github.com/acme/vets-api/pull/7";
    static final String BODY = """
            ## What could happen if this script does not go as expected?
            Some flags stay null and the report shows them as unknown.
            ## What mitigating tasks will you perform to reduce the risk?
            A ghost run on a subset of one thousand records first.
            ## What is your backout plan?
            Run data:backfill_undo, which sets the flag back to null.
            ## Pointer to where in the logs the changes can be retrieved
            CloudWatch group vets-api-server, filter data:backfill.
            """;

    private final RuntimeService runtimeService;
    private final TaskService taskService;
    private final ManagementService managementService;
    private final FakePullRequests pullRequests;
    private final FakeEvidence evidence;
    private final FakePeople people;
    private final Acting acting;

    ChangeDriver(
            RuntimeService runtimeService,
            TaskService taskService,
            ManagementService managementService,
            FakePullRequests pullRequests,
            FakeEvidence evidence,
            FakePeople people,
            Acting acting) {
        this.runtimeService = runtimeService;
        this.taskService = taskService;
        this.managementService = managementService;
        this.pullRequests = pullRequests;
        this.evidence = evidence;
        this.people = people;
        this.acting = acting;
    }

    ProcessInstance start(String team) {
        ProcessInstance started = startWithoutRunning(team);
        runJobs();
        return started;
    }

    ProcessInstance startWithoutRunning(String team) {
        ProcessInstance[] started = new ProcessInstance[1];
        as(
                "creator",
                () -> started[0] = runtimeService.startProcessInstanceByKey(
                        ProdDbChange.KEY,
                        Map.of("pullRequestLink", LINK, "team", team, "command", "bundle exec rake data:backfill")));
        return started[0];
    }

    ProcessInstance startPrepared() {
        pullRequests.open(7, SHA, "rakelib/prod/backfill.rake", BODY);
        return start("benefits");
    }

    /** Runs every job that waits, timers excluded, until none is left. */
    void runJobs() {
        for (int round = 0; round < 100; round++) {
            List<Job> jobs = managementService
                    .createJobQuery()
                    .messages()
                    .withRetriesLeft()
                    .list();
            if (jobs.isEmpty()) {
                return;
            }
            jobs.forEach(job -> runJob(job.getId()));
        }
        throw new AssertionError("The jobs do not come to an end.");
    }

    /** Runs jobs up to, and not including, the one of a service task. */
    void runJobsUntil(String activityId) {
        for (int round = 0; round < 100; round++) {
            List<Job> jobs = managementService
                    .createJobQuery()
                    .messages()
                    .withRetriesLeft()
                    .list();
            List<Job> before =
                    jobs.stream().filter(job -> !isOf(job, activityId)).toList();
            if (before.isEmpty()) {
                return;
            }
            before.forEach(job -> runJob(job.getId()));
        }
        throw new AssertionError("The jobs do not come to " + activityId + ".");
    }

    private boolean isOf(Job job, String activityId) {
        return managementService
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId()
                .equals(activityId);
    }

    private void runJob(String jobId) {
        if (managementService.createJobQuery().jobId(jobId).count() == 1) {
            managementService.executeJob(jobId);
        }
    }

    void fireTimer(String activityId) {
        Job timer = managementService
                .createJobQuery()
                .timers()
                .activityId(activityId)
                .singleResult();
        managementService.executeJob(timer.getId());
        runJobs();
    }

    /** A look at the pull request, as a webhook or the timer asks for it. */
    void look() {
        fireTimer("Start_TimeToLook");
    }

    void as(String userId, Runnable act) {
        acting.as(people.find(userId).orElseThrow(), () -> {
            act.run();
            return userId;
        });
    }

    Task task(UserTask kind) {
        Task task = taskService.createTaskQuery().taskDefinitionKey(kind.id()).singleResult();
        assertThat(task).as("the task %s is open", kind.id()).isNotNull();
        return task;
    }

    String briefing(UserTask kind) {
        return taskService.getVariableLocal(task(kind).getId(), "briefing").toString();
    }

    ProcessInstance running() {
        return runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(ProdDbChange.KEY)
                .singleResult();
    }

    boolean isOpen(UserTask kind) {
        return taskService.createTaskQuery().taskDefinitionKey(kind.id()).count() > 0;
    }

    /** Completes a task. Findings are explained unless the test answers them itself. */
    void complete(String userId, UserTask kind, Map<String, Object> variables) {
        String taskId = task(kind).getId();
        Map<String, Object> entered = new LinkedHashMap<>(variables);
        if (kind == UserTask.ANSWER_REQUIRED_QUESTIONS) {
            entered.putIfAbsent(
                    ChangeVariables.FINDING_ANSWERS.name(),
                    findingAnswers("explained", "We tried it in development, and it does no harm."));
        }
        as(userId, () -> taskService.complete(taskId, entered));
        runJobs();
    }

    /** The rows of the open questions task. */
    List<FindingRow> findingRows() {
        return ChangeVariables.FINDING_ANSWERS
                .find(runtimeService, task(UserTask.ANSWER_REQUIRED_QUESTIONS).getProcessInstanceId())
                .orElseThrow();
    }

    /** The same answer to each finding of the open questions task, as its form submits it. */
    Object findingAnswers(String kind, String text) {
        return ChangeVariables.FINDING_ANSWERS.toEngine(findingRows().stream()
                .map(row -> new FindingRow(row.id(), row.finding(), row.advice(), kind, text))
                .toList());
    }

    void upload(UserTask kind, String userId, Map<String, Object> variables) {
        EvidenceEnvironment environment = kind.evidence().orElseThrow();
        evidence.upload(REF, environment, currentSha(), userId);
        complete(userId, kind, variables);
    }

    private String currentSha() {
        String instance = runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(ProdDbChange.KEY)
                .singleResult()
                .getId();
        return runtimeService.getVariable(instance, "headSha").toString();
    }

    void prepare() {
        complete("creator", UserTask.ANSWER_REQUIRED_QUESTIONS, Map.of());
        upload(UserTask.UPLOAD_LOCAL_EVIDENCE, "creator", Map.of());
        upload(UserTask.UPLOAD_DEVELOPMENT_EVIDENCE, "creator", Map.of());
    }

    void approveOnGitHubAs(int number, String userId) {
        pullRequests.review(number, people.account(userId), Review.State.APPROVED);
    }

    void approveBoth() {
        approveOnGitHubAs(7, "lead");
        approveOnGitHubAs(7, "console");
        complete("lead", UserTask.APPROVE_AS_ENGINEERING_LEAD, approved("lead"));
        complete("console", UserTask.APPROVE_AS_CONSOLE_SERVICES, approved("consoleServices"));
    }

    static Map<String, Object> approved(String side) {
        return Map.of(side + "Decision", "approve", side + "ConfirmsDocuments", true);
    }

    void mergeAndLook() {
        pullRequests.merge(7, MERGE_COMMIT);
        look();
    }

    void stage() {
        upload(UserTask.UPLOAD_STAGING_EVIDENCE, "creator", Map.of("stagingOutcome", "passed"));
    }

    void schedule() {
        complete("creator", UserTask.SCHEDULE_PRODUCTION_RUN, Entered.schedule("operator"));
    }

    static Map<String, Object> ran(String outcome) {
        Map<String, Object> entered = Entered.run();
        entered.put("runOutcome", outcome);
        entered.put("runExitStatus", outcome.equals("success") ? 0L : 1L);
        return entered;
    }

    void toApprovals() {
        startPrepared();
        prepare();
    }

    void toStaging() {
        toApprovals();
        approveBoth();
        mergeAndLook();
    }

    void toRun() {
        toStaging();
        stage();
        schedule();
    }
}
