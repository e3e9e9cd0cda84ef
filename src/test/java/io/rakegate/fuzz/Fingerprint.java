package io.rakegate.fuzz;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is stored, table by table, as one number each; two are equal if nothing was changed in between. */
final class Fingerprint {

    /** What every node writes about itself, whoever asks or nobody. */
    private static final List<String> OF_THE_NODE = List.of("act_ru_meter_log", "act_ru_task_meter_log");

    /** Of refusals, which are recorded by design, and of nothing else. */
    private static final Map<String, String> BUT_REFUSALS = Map.of(
            "act_hi_op_log",
            "operation_type_ <> 'Refuse'",
            "audit_event",
            "not record::jsonb @? '$.**.operationType ? (@ == \"Refuse\")'");

    private Fingerprint() {}

    static Map<String, String> of(JdbcTemplate database) {
        Map<String, String> tables = new TreeMap<>();
        for (String table : database.queryForList(
                "select table_name from information_schema.tables"
                        + " where table_schema = 'public' and table_type = 'BASE TABLE'",
                String.class)) {
            if (!OF_THE_NODE.contains(table)) {
                tables.put(
                        table,
                        database.queryForObject(
                                """
                        select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) from "%s" t
                        where %s
                        """.formatted(table, BUT_REFUSALS.getOrDefault(table, "true")), String.class));
            }
        }
        return tables;
    }
}
