package io.rakegate.fuzz;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
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

    /** Wrong passwords are counted by design. */
    private static final Map<String, String> BUT_COUNTERS =
            Map.of("act_id_user", "to_jsonb(t) - 'attempts_' - 'lock_exp_time_'");

    private final Map<String, String> tables = new TreeMap<>();

    private Fingerprint() {}

    static Fingerprint of(JdbcTemplate database) {
        Fingerprint all = new Fingerprint();
        for (String table : database.queryForList(
                "select table_name from information_schema.tables"
                        + " where table_schema = 'public' and table_type = 'BASE TABLE'",
                String.class)) {
            if (!OF_THE_NODE.contains(table)) {
                all.tables.put(table, database.queryForObject(sum(table), String.class));
            }
        }
        all.tables.put("kinds of operations", operations(database));
        return all;
    }

    private static String sum(String table) {
        return """
                select count(*) || ' ' || coalesce(sum(hashtextextended((%s)::text, 0)::numeric), 0) from "%s" t
                where %s
                """.formatted(BUT_COUNTERS.getOrDefault(table, "t"), table, BUT_REFUSALS.getOrDefault(table, "true"));
    }

    /** Says in a failure what was done. */
    private static String operations(JdbcTemplate database) {
        return database.queryForObject("""
                select string_agg(kind, ', ') from (
                  select coalesce(user_id_, '-') || ' ' || operation_type_ || ' ' || entity_type_ || ' ' || count(*) as kind
                  from act_hi_op_log where operation_type_ <> 'Refuse'
                  group by user_id_, operation_type_, entity_type_ order by 1) kinds
                """, String.class);
    }

    /** Which tables are not as they were, of those that fit. */
    List<String> changedSince(Fingerprint before, Predicate<String> looksAt) {
        return tables.keySet().stream()
                .filter(looksAt)
                .filter(table -> !Objects.equals(tables.get(table), before.tables.get(table)))
                .map(table -> table + ": " + before.tables.get(table) + " -> " + tables.get(table))
                .toList();
    }
}
