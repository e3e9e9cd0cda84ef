package io.rakegate.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rakegate.support.EngineTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@EngineTest
@TestPropertySource(properties = "camunda.bpm.authorization.enabled=false")
class TasklistFiltersTest {

    @Autowired
    private TasklistFilters tasklistFilters;

    @Autowired
    private FilterService filters;

    @Autowired
    private TaskService tasks;

    @Autowired
    private IdentityService identity;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    private final List<String> deployments = new ArrayList<>();

    @AfterEach
    void leaveNothing() {
        identity.clearAuthentication();
        deployments.forEach(id -> repository.deleteDeployment(id, true));
        shared().stream()
                .filter(filter -> filter.getOwner() != null)
                .forEach(filter -> filters.deleteFilter(filter.getId()));
    }

    @Test
    void theyStandThereAfterTheStartInTheirOrder() {
        List<Filter> found = shared();

        assertThat(found)
                .extracting(Filter::getName)
                .containsExactlyInAnyOrder(
                        "My tasks", "My team's tasks", "Approvals", "Production runs", "Overdue", "All open");
        assertThat(found)
                .allSatisfy(filter -> assertThat(filter.getProperties())
                        .containsEntry("refresh", true)
                        .containsEntry("showUndefinedVariable", false)
                        .containsKeys("description", "priority", "variables"));
        assertThat(found)
                .extracting(filter -> filter.getProperties().get("priority"))
                .doesNotHaveDuplicates();
    }

    @Test
    void severalNodesThatStartAtOnceCreateEachOnce() throws Exception {
        shared().forEach(filter -> filters.deleteFilter(filter.getId()));
        ExecutorService nodes = Executors.newFixedThreadPool(3);

        try {
            Callable<Void> node = () -> {
                tasklistFilters.afterSingletonsInstantiated();
                return null;
            };
            for (Future<Void> started : nodes.invokeAll(List.of(node, node, node))) {
                started.get();
            }
        } finally {
            nodes.shutdown();
        }

        assertThat(shared()).hasSize(TasklistFilter.values().length);
    }

    @Test
    void theNextStartUndoesChangesAndLeavesFiltersOfOtherNamesAlone() {
        Filter changed = named(TasklistFilter.APPROVALS);
        filters.saveFilter(changed.setQuery(tasks.createTaskQuery().taskName("nothing")));
        Filter own = filters.saveFilter(filters.newTaskFilter("My own")
                .setOwner("lead")
                .setQuery(tasks.createTaskQuery().taskName("mine")));

        tasklistFilters.afterSingletonsInstantiated();

        task("Task_ApproveAsEngineeringLead", null, "team-benefits-leads");
        assertThat(filters.<Task>list(named(TasklistFilter.APPROVALS).getId())).hasSize(1);
        assertThat(filters.getFilter(own.getId()).getName()).isEqualTo("My own");
    }

    @Test
    void eachShowsWhatItsNameSays() {
        task("Task_AnswerRequiredQuestions", "creator", "team-benefits");
        task("Task_ApproveAsConsoleServices", null, "console-services");
        task("Task_RunBackout", "operator", "prod-operators");
        Task late = task("Task_ArrangeOperator", null, "platform-leadership");
        late.setDueDate(Date.from(Instant.EPOCH));
        tasks.saveTask(late);

        identity.setAuthentication("creator2", List.of("team-benefits"));

        assertThat(shown(TasklistFilter.MY_TASKS)).isEmpty();
        assertThat(shown(TasklistFilter.MY_TEAMS_TASKS)).containsExactly("Task_AnswerRequiredQuestions");
        assertThat(shown(TasklistFilter.APPROVALS)).containsExactly("Task_ApproveAsConsoleServices");
        assertThat(shown(TasklistFilter.PRODUCTION_RUNS)).containsExactly("Task_RunBackout");
        assertThat(shown(TasklistFilter.OVERDUE)).containsExactly("Task_ArrangeOperator");
        assertThat(shown(TasklistFilter.ALL_OPEN)).hasSize(4);
        identity.setAuthentication("operator", List.of("prod-operators"));
        assertThat(shown(TasklistFilter.MY_TASKS)).containsExactly("Task_RunBackout");
    }

    @Test
    void theListShowsPullRequestAndTeam() {
        Object variables = named(TasklistFilter.ALL_OPEN).getProperties().get("variables");

        assertThat((List<?>) variables)
                .extracting("name", "label")
                .containsExactly(tuple("pullRequestTitle", "Pull request"), tuple("team", "Team"));
    }

    /** Opens one task with this element id. */
    private Task task(String key, String assignee, String group) {
        var diagram = Bpmn.createExecutableProcess("Process_" + key)
                .startEvent()
                .userTask(key)
                .camundaAssignee(assignee)
                .camundaCandidateGroups(group)
                .endEvent()
                .done();
        deployments.add(repository
                .createDeployment()
                .addModelInstance(key + ".bpmn", diagram)
                .deploy()
                .getId());
        runtime.startProcessInstanceByKey("Process_" + key);
        return tasks.createTaskQuery().taskDefinitionKey(key).singleResult();
    }

    private List<String> shown(TasklistFilter filter) {
        return filters.<Task>list(named(filter).getId()).stream()
                .map(Task::getTaskDefinitionKey)
                .toList();
    }

    private Filter named(TasklistFilter filter) {
        return filters.createFilterQuery().filterName(filter.title()).singleResult();
    }

    private List<Filter> shared() {
        return filters.createFilterQuery().list();
    }
}
