package io.rakegate.identity.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.rakegate.identity.IdentityTest;
import io.rakegate.identity.Person;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@IdentityTest
class SeenCasesTest {

    private static final Person OF_BENEFITS = new Person("creator", "Creator", null, Set.of("team-benefits"));
    private static final Person OF_CLAIMS = new Person("creator2", "Creator 2", null, Set.of("team-claims"));

    @Autowired
    private SeenCases cases;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private JdbcTemplate database;

    @Test
    void aMarkThatIsRememberedIsStillComparedWithWhoeverAsks() {
        String task = newTask();
        mark(task, "claims+creator2");

        assertThat(cases.isSeen(OF_CLAIMS, "task", task)).isTrue();
        assertThat(cases.isSeen(OF_BENEFITS, "task", task)).isFalse();
        assertThat(cases.isSeen(OF_CLAIMS, "task", task)).isTrue();
    }

    @Test
    void whatHadNoMarkIsLookedAtAgain() {
        String task = newTask();
        assertThat(cases.isSeen(OF_BENEFITS, "task", task)).isTrue();

        mark(task, "claims+creator2");

        assertThat(cases.isSeen(OF_BENEFITS, "task", task)).isFalse();
    }

    @Test
    void whatWasNotThereIsLookedForAgain() {
        String task = newTask();
        String later = task + "-1";
        assertThat(cases.isSeen(OF_BENEFITS, "task", later)).isFalse();

        database.update("update act_ru_identitylink set task_id_ = null where task_id_ = ?", task);
        database.update("update act_ru_task set id_ = ? where id_ = ?", later, task);

        assertThat(cases.isSeen(OF_BENEFITS, "task", later)).isTrue();
    }

    private String newTask() {
        String instance = runtime.startProcessInstanceByKey("ProdDbChange").getId();
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    private void mark(String task, String mark) {
        database.update("update act_ru_task set tenant_id_ = ? where id_ = ?", mark, task);
    }
}
