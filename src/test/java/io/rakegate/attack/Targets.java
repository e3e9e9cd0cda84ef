package io.rakegate.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.rakegate.identity.Browser;
import io.rakegate.journey.ChangeOverHttp;
import io.rakegate.journey.Rakegate;
import io.rakegate.process.catalogue.UserTask;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.springframework.core.env.Environment;

/** The changes that are attacked, each taken over HTTP to where it waits, and who attacks them. */
class Targets {

    /** Somebody in every group there is: only what is decided about a person, and not about a group, holds them off. */
    static final String EVERYWHERE = "everywhere";

    private static final List<String> KEPT = List.of(
            "sidesTaken",
            "authors",
            "leadDecision",
            "leadAct",
            "leadReviewFound",
            "consoleServicesDecision",
            "consoleServicesAct",
            "consoleServicesReviewFound",
            "headSha",
            "creator",
            "operator",
            "leadsGroup",
            "runOutcome",
            "merged");

    private final Environment environment;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final IdentityService identity;
    private final HistoryService history;
    private final RepositoryService repository;
    private final Map<UserTask, String> waiting = new LinkedHashMap<>();
    private final Map<String, TasklistSession> sessions = new LinkedHashMap<>();

    Targets(
            Environment environment,
            RuntimeService runtime,
            TaskService tasks,
            IdentityService identity,
            HistoryService history,
            RepositoryService repository) {
        this.environment = environment;
        this.runtime = runtime;
        this.tasks = tasks;
        this.identity = identity;
        this.history = history;
        this.repository = repository;
    }

    int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    /** A task that waits in a change of its stage; prepared once for all attacks. */
    synchronized Task task(UserTask kind) {
        if (waiting.isEmpty()) {
            Rakegate rakegate = new Rakegate(port());
            addEverywhere();
            ChangeOverHttp asked =
                    new ChangeOverHttp(rakegate, 1, "bundle exec rake 'claims:backfill_regional_office[2000,live]'");
            asked.start("creator").accepted();
            ChangeOverHttp prepared =
                    new ChangeOverHttp(rakegate, 2, "bundle exec rake in_progress_forms:normalise_phones");
            prepared.prepare("creator");
            ChangeOverHttp scheduled = new ChangeOverHttp(rakegate, 6, "bundle exec rake 'relationships:apply[5000]'");
            scheduled.prepare("creator");
            scheduled.toTheRun();
            keep(asked, UserTask.ANSWER_REQUIRED_QUESTIONS);
            keep(prepared, UserTask.APPROVE_AS_ENGINEERING_LEAD);
            keep(prepared, UserTask.APPROVE_AS_CONSOLE_SERVICES);
            keep(scheduled, UserTask.RUN_IN_PRODUCTION);
        }
        return tasks.createTaskQuery().taskId(waiting.get(kind)).singleResult();
    }

    private void keep(ChangeOverHttp change, UserTask kind) {
        waiting.put(kind, change.taskId(kind));
    }

    private void addEverywhere() {
        add(EVERYWHERE);
        for (String group : List.of(
                "team-benefits",
                "team-benefits-leads",
                "console-services",
                "prod-operators",
                "platform-leadership",
                "process-owners",
                "camunda-admin")) {
            identity.createMembership(EVERYWHERE, group);
        }
    }

    /** Adds a local user whose password is the user id. */
    void add(String userId) {
        User user = identity.newUser(userId);
        user.setPassword(userId);
        identity.saveUser(user);
    }

    /** Owner, repository and number of the change that a task belongs to. */
    String businessKey(Task task) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
    }

    String definitionId() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("ProdDbChange")
                .latestVersion()
                .singleResult()
                .getId();
    }

    /** Makes the database say who has taken which sides of a change, as a list of the catalogue's form. */
    void sidesTaken(String instance, String json) {
        runtime.setVariable(
                instance,
                "sidesTaken",
                org.camunda.spin.plugin.variable.SpinValues.jsonValue(json).create());
    }

    /** What must stay as it is: whose a task is, and every variable that says who did what. */
    Map<String, String> state(Task task) {
        Map<String, String> state = new TreeMap<>();
        Task now = tasks.createTaskQuery().taskId(task.getId()).singleResult();
        state.put(
                "task",
                now == null ? "gone" : now.getAssignee() + " " + now.getOwner() + " " + now.getDelegationState());
        Map<String, Object> variables = runtime.getVariables(task.getProcessInstanceId(), KEPT);
        variables.forEach((name, value) -> state.put(name, String.valueOf(value)));
        state.put(
                "changes",
                String.valueOf(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("ProdDbChange")
                        .count()));
        return state;
    }

    /** The sentences that the operation log keeps of what somebody was refused. */
    List<String> refusals(String userId) {
        return history.createUserOperationLogQuery().userId(userId).operationType("Refuse").list().stream()
                .map(UserOperationLogEntry::getNewValue)
                .toList();
    }

    /** Calls the engine's REST API with a user id and password. */
    HttpResponse<String> rest(String userId, String method, String path, String body) {
        return Browser.basic(port(), method, "/engine-rest" + path, userId, userId, body);
    }

    /** Calls our interfaces with a user id and password. */
    HttpResponse<String> api(String userId, String method, String path, String body) {
        return Browser.basic(port(), method, path, userId, userId, body);
    }

    /** The session of somebody in Tasklist, logged in once. */
    synchronized TasklistSession tasklist(String userId) {
        return sessions.computeIfAbsent(userId, id -> new TasklistSession(id, port()));
    }

    /** The sentence in an answer of the engine's interfaces or of ours. */
    static String sentence(HttpResponse<String> answer) {
        var body = Browser.json(answer);
        String sentence = body.path("message").asText(body.path("detail").asText(""));
        assertThat(sentence).as(answer.statusCode() + " " + answer.body()).hasSizeGreaterThan(15);
        return sentence;
    }
}
