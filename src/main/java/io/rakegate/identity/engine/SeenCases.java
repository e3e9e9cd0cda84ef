package io.rakegate.identity.engine;

import io.rakegate.identity.Person;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Whether somebody sees one task, case or part of a case, by the mark that it carries. */
@Component
public class SeenCases {

    private static final Map<String, String> TABLES = Map.of(
            "task", "act_ru_task",
            "process-instance", "act_ru_execution",
            "execution", "act_ru_execution",
            "job", "act_ru_job",
            "history/process-instance", "act_hi_procinst");

    private final TeamTenants tenants;
    private final JdbcTemplate database;

    SeenCases(TeamTenants tenants, JdbcTemplate database) {
        this.tenants = tenants;
        this.database = database;
    }

    /**
     * Whether it is there and its mark is one of this person's; true without a look for who sees every team's. What they
     * may do with it is not asked here.
     *
     * @param kind how the engine's interface calls such things, such as {@code history/process-instance}
     */
    public boolean isSeen(Person person, String kind, String id) {
        if (tenants.seesEveryTeam(person)) {
            return true;
        }
        List<String> marks = database.queryForList(
                "select tenant_id_ from " + TABLES.get(kind) + " where id_ = ?", String.class, id);
        return !marks.isEmpty() && tenants.isSeen(marks.get(0), person.userId(), person.groups());
    }
}
