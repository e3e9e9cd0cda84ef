package io.rakegate.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Copies what the engine has of a case that waits for people, as often as wanted, each copy a case of its own that can
 * be found and worked on. Every second one belongs to the other team and its people. Timers and messages are left out:
 * nobody finds tasks by them.
 */
public final class CaseCopies {

    private static final Set<String> IDS = Set.of(
            "id_",
            "proc_inst_id_",
            "root_proc_inst_id_",
            "parent_id_",
            "super_exec_",
            "execution_id_",
            "act_inst_id_",
            "task_id_",
            "var_scope_");
    private static final Set<String> NAMES = Set.of("group_id_", "user_id_", "assignee_", "start_user_id_", "text_");
    private static final List<String> OF_THE_CASE =
            List.of("act_hi_procinst", "act_ru_execution", "act_ru_task", "act_ru_variable");

    private final JdbcTemplate jdbc;

    public CaseCopies(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds copies.
     *
     * @param instance the process instance that is copied, of the team Benefits
     * @param first number of the first copy, from 1; no number twice
     * @param last number of the last one
     */
    public void add(String instance, int first, int last) {
        StringBuilder all = new StringBuilder("begin; set local session_replication_role = replica;");
        OF_THE_CASE.forEach(table -> all.append(copies(table, "proc_inst_id_ = '" + instance + "'", first, last)));
        all.append(copies(
                "act_ru_identitylink",
                "task_id_ in (select id_ from act_ru_task where proc_inst_id_ = '" + instance + "')",
                first,
                last));
        jdbc.execute(all.append("commit;").toString());
        jdbc.update("insert into act_id_tenant (id_, rev_) values ('claims+creator2', 1) on conflict do nothing");
        jdbc.execute("vacuum analyze");
    }

    private String copies(String table, String which, int first, int last) {
        List<String> columns = jdbc.queryForList(
                "select column_name from information_schema.columns where table_name = ? order by ordinal_position",
                String.class,
                table);
        List<String> values = new ArrayList<>();
        columns.forEach(column -> values.add(value(column)));
        return "insert into %s (%s) select %s from %s, generate_series(%d, %d) n where %s;"
                .formatted(table, String.join(", ", columns), String.join(", ", values), table, first, last, which);
    }

    private static String value(String column) {
        if (IDS.contains(column)) {
            return "md5(" + column + " || ':' || n)";
        }
        if (NAMES.contains(column)) {
            return "case when n % 2 = 1 then " + column + " when " + column
                    + " = 'creator' then 'creator2' else replace(" + column + ", 'benefits', 'claims') end";
        }
        return switch (column) {
            case "tenant_id_" -> "case when n % 2 = 1 or tenant_id_ is null then tenant_id_ else 'claims+creator2' end";
            case "business_key_" -> "case when business_key_ is not null then 'sandbox/vets-api#' || 1000 + n end";
            case "create_time_", "start_time_" -> column + " - n * interval '1 minute'";
            default -> column;
        };
    }
}
