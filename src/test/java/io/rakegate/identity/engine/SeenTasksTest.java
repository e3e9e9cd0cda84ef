package io.rakegate.identity.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.rakegate.identity.Acting;
import io.rakegate.identity.IdentityTest;
import io.rakegate.identity.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IdentityTest
class SeenTasksTest {

    private static final Person SOMEBODY = new Person("somebody", "Somebody", null, Set.of("some-group"));
    private static final Person IN_A_TEAM = new Person("creator", "Creator", null, Set.of("team-benefits"));
    private static final Person AUDITOR = new Person("auditor", "Auditor", null, Set.of("auditors"));

    @Autowired
    private Acting acting;

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private KnownProcesses processes;

    @Autowired
    private KnownGrants grants;

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    private final List<String> granted = new ArrayList<>();
    private String ofChange;
    private String ofAnother;

    @BeforeEach
    void aTaskOfEachOfTwoProcesses() {
        repository
                .createDeployment()
                .name("another")
                .enableDuplicateFiltering(true)
                .addModelInstance(
                        "another.bpmn",
                        Bpmn.createExecutableProcess("Another")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .userTask("Task_Another")
                                .endEvent()
                                .done())
                .deploy();
        ofChange = taskOfNew("ProdDbChange");
        ofAnother = taskOfNew("Another");
    }

    @AfterEach
    void grantsAreTakenBack() {
        granted.forEach(authorizations::deleteAuthorization);
    }

    @Test
    void aGroupSeesTheTasksOfItsProcessesAndNoOthers() {
        assertThat(seen(IN_A_TEAM, tasks.createTaskQuery())).contains(ofChange).doesNotContain(ofAnother);
        assertThat(seen(
                        IN_A_TEAM,
                        tasks.createTaskQuery()
                                .or()
                                .taskId(ofAnother)
                                .taskName("x")
                                .endOr()))
                .isEmpty();
        assertThat(seen(IN_A_TEAM, tasks.createTaskQuery().processDefinitionKeyIn("Another", "ProdDbChange")))
                .contains(ofChange)
                .doesNotContain(ofAnother);
        assertThat(seen(IN_A_TEAM, tasks.createTaskQuery().processDefinitionKey("Another")))
                .isEmpty();
    }

    @Test
    void whatWasDeployedAMomentAgoIsNotSeenByWhoMaySeeAllThereWasBefore() {
        String key = "Deployed" + System.nanoTime();
        Map<String, Set<String>> allThereWas = Map.of("team-benefits", processes.withTasks());
        TaskQueryImpl query = (TaskQueryImpl) tasks.createTaskQuery();
        repository
                .createDeployment()
                .addModelInstance(
                        "later.bpmn",
                        Bpmn.createExecutableProcess(key)
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .userTask("Task_Later")
                                .endEvent()
                                .done())
                .deploy();

        configure(query, allThereWas);

        assertThat(processes.withTasks()).contains("ProdDbChange", key);
        assertThat(query.getProcessDefinitionKeys()).contains("ProdDbChange").doesNotContain(key);
    }

    @Test
    void aProcessWithoutTasksForPeopleIsNotAskedFor() {
        String key = "Silent" + System.nanoTime();
        repository
                .createDeployment()
                .addModelInstance(
                        "silent.bpmn",
                        Bpmn.createExecutableProcess(key)
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .endEvent()
                                .done())
                .deploy();

        assertThat(processes.withTasks()).contains("ProdDbChange").doesNotContain(key);
    }

    @Test
    void whoMaySeeTheTasksOfEveryProcessThereIsAsksForNoneInParticular() {
        TaskQueryImpl query = (TaskQueryImpl) tasks.createTaskQuery();
        TaskQueryImpl ofFewer = (TaskQueryImpl) tasks.createTaskQuery();
        Map<String, Set<String>> everything = Map.of("team-benefits", processes.withTasks());
        Map<String, Set<String>> fewer = Map.of("team-benefits", Set.of("ProdDbChange"));

        configure(query, everything);
        configure(ofFewer, fewer);

        assertThat(query.getProcessDefinitionKeys()).isNull();
        assertThat(query.getAuthCheck().isAuthorizationCheckEnabled()).isFalse();
        assertThat(ofFewer.getProcessDefinitionKeys()).containsExactly("ProdDbChange");
    }

    private void configure(TaskQueryImpl query, Map<String, Set<String>> processesByGroup) {
        acting.as(
                IN_A_TEAM,
                () -> engine.getCommandExecutorTxRequired().execute(context -> {
                    new SeenTasks(grants, processes, processesByGroup).configureTaskQuery(query);
                    return null;
                }));
    }

    @Test
    void aQueryThatIsAskedTwiceFindsTheSame() {
        TaskQuery query = tasks.createTaskQuery();

        List<String> first = seen(IN_A_TEAM, query);

        assertThat(seen(IN_A_TEAM, query)).isEqualTo(first).contains(ofChange);
        assertThat(acting.as(IN_A_TEAM, query::count)).isEqualTo(first.size());
    }

    @Test
    void anAuditorSeesTheTasksOfEveryProcess() {
        assertThat(seen(AUDITOR, tasks.createTaskQuery())).contains(ofChange, ofAnother);
    }

    @Test
    void whoIsInNoGroupOfOursGetsTheEnginesOwnCheck() {
        assertThat(seen(SOMEBODY, tasks.createTaskQuery())).isEmpty();

        grant(Resources.TASK, ofAnother, Permissions.READ);

        assertThat(seen(SOMEBODY, tasks.createTaskQuery())).containsExactly(ofAnother);
    }

    private String taskOfNew(String process) {
        String instance = runtime.startProcessInstanceByKey(process).getId();
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    private List<String> seen(Person person, TaskQuery query) {
        return acting.as(person, () -> query.list().stream().map(Task::getId).toList());
    }

    private void grant(Resource resource, String id, Permission permission) {
        Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId("some-group");
        grant.setResource(resource);
        grant.setResourceId(id);
        grant.addPermission(permission);
        granted.add(authorizations.saveAuthorization(grant).getId());
    }
}
