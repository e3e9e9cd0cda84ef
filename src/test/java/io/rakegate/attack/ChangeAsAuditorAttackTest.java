package io.rakegate.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.rakegate.process.catalogue.UserTask;
import jakarta.servlet.ServletContext;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** An auditor sees everything, and tries to change something. */
class ChangeAsAuditorAttackTest extends AttackTestBase {

    private static final String AUDITOR = "auditor";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ServletContext servlets;

    @Autowired
    private HistoryService history;

    @Autowired
    private ManagementService management;

    @Autowired
    private JdbcTemplate database;

    @Tried("Change something as an auditor: by each of the attacks above")
    @ParameterizedTest
    @EnumSource(Attack.class)
    void noneOfTheAttacksComesThrough(Attack attack) {
        refusedByRest(attack, targets.task(UserTask.APPROVE_AS_CONSOLE_SERVICES), AUDITOR, "{}");
    }

    @Tried(
            value = "Change something as an auditor: by each route that is not for reading",
            surface = "`/engine-rest`, `/api`, `/changes`, `/tokens`",
            outcome = "nothing changes; nothing but refusals in the operation log")
    @Test
    void noRouteChangesAnything() {
        Task task = targets.task(UserTask.APPROVE_AS_CONSOLE_SERVICES);
        Map<String, String> before = targets.state(task);
        List<String> kept = kept();
        List<String> tried = new ArrayList<>();
        for (String route : Routes.of(context, servlets)) {
            String path = route.substring(route.indexOf(' ') + 1);
            boolean reads = route.startsWith("GET ") || route.startsWith("OPTIONS ") || route.startsWith("SERVLET ");
            if (!reads && isOurs(path) && !path.startsWith("/api/tokens")) {
                tried.add(route + " " + call(route, path, task).statusCode());
            }
        }

        assertThat(tried).hasSizeGreaterThan(150);
        assertThat(targets.state(task)).isEqualTo(before);
        assertThat(kept()).isEqualTo(kept);
        assertThat(history.createUserOperationLogQuery().userId(AUDITOR).list())
                .extracting(UserOperationLogEntry::getOperationType)
                .isSubsetOf("Refuse");
    }

    private static boolean isOurs(String path) {
        return path.startsWith("/engine-rest/") || path.startsWith("/api/") || path.startsWith("/changes");
    }

    private HttpResponse<String> call(String route, String path, Task task) {
        String method = route.substring(0, route.indexOf(' '));
        String id = idFor(path, task);
        String filled = path.replaceFirst("\\{owner}", "sandbox")
                .replaceFirst("\\{repository}", "vets-api")
                .replaceFirst("\\{number}", "2")
                .replaceFirst("\\{environment}", "local")
                .replaceFirst("\\{id}", path.startsWith("/engine-rest/") ? id : task.getId())
                .replaceAll("\\{[^}]*}", "console-services");
        return targets.api(
                AUDITOR, method.equals("*") ? "POST" : method, filled, "{\"userId\":\"auditor\",\"value\":\"x\"}");
    }

    /** Of something that is there: the engine asks nothing about what is not, and notes that nothing was done to it. */
    private String idFor(String path, Task task) {
        if (path.startsWith("/engine-rest/task/")) {
            return task.getId();
        }
        var jobs = management
                .createJobQuery()
                .processInstanceId(task.getProcessInstanceId())
                .timers()
                // the others are gone in a moment
                .orderByJobDuedate()
                .desc();
        if (path.startsWith("/engine-rest/job/")) {
            return jobs.listPage(0, 1).get(0).getId();
        }
        return path.startsWith("/engine-rest/job-definition/")
                ? jobs.listPage(0, 1).get(0).getJobDefinitionId()
                : task.getProcessInstanceId();
    }

    /** What no job writes: people, grants, filters, diagrams, tokens, evidence. */
    private List<String> kept() {
        List<String> kept = new ArrayList<>();
        for (String table : List.of(
                "act_id_user",
                "act_id_group",
                "act_id_membership",
                "act_ru_authorization",
                "act_ru_filter",
                "act_re_procdef",
                "act_re_deployment",
                "access_token",
                "act_hi_comment",
                "act_hi_attachment")) {
            kept.add(table + " "
                    + database.queryForObject(
                            "select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) from "
                                    + table + " t",
                            String.class));
        }
        return kept;
    }
}
