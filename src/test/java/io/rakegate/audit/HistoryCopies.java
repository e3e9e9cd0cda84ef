package io.rakegate.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** Copies everything that history has of one finished change, as often as wanted, each copy a change of its own. */
public final class HistoryCopies {

    private static final Set<String> IDS = Set.of(
            "id_",
            "proc_inst_id_",
            "root_proc_inst_id_",
            "execution_id_",
            "parent_act_inst_id_",
            "act_inst_id_",
            "task_id_",
            "var_inst_id_",
            "operation_id_",
            "super_process_instance_id_",
            "call_proc_inst_id_");
    private static final Set<String> TIMES = Set.of("start_time_", "end_time_", "time_", "timestamp_", "create_time_");
    private static final List<String> TABLES = List.of(
            "act_hi_procinst",
            "act_hi_actinst",
            "act_hi_taskinst",
            "act_hi_varinst",
            "act_hi_detail",
            "act_hi_op_log",
            "act_hi_identitylink");

    private final JdbcTemplate jdbc;

    public HistoryCopies(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds copies.
     *
     * @param instance the process instance of the change
     * @param first number of the first copy, from 1
     * @param last number of the last one
     */
    public void add(String instance, int first, int last) {
        Map<String, String> indexes = dropIndexes();
        TABLES.forEach(table -> copy(table, instance, first, last));
        indexes.values().forEach(jdbc::execute);
        jdbc.execute("vacuum analyze");
    }

    private void copy(String table, String instance, int first, int last) {
        List<String> columns = jdbc.queryForList(
                "select column_name from information_schema.columns where table_name = ? order by ordinal_position",
                String.class,
                table);
        List<String> values = new ArrayList<>();
        for (String column : columns) {
            values.add(value(column));
        }
        jdbc.update(
                "insert into %s (%s) select %s from %s, generate_series(?, ?) n where root_proc_inst_id_ = ?"
                        .formatted(table, String.join(", ", columns), String.join(", ", values), table),
                first,
                last,
                instance);
    }

    private static String value(String column) {
        if (IDS.contains(column)) {
            return "md5(" + column + " || ':' || n)";
        }
        if (TIMES.contains(column)) {
            return column + " - n * interval '25 minutes'";
        }
        return column.equals("business_key_")
                ? "case when business_key_ is not null then 'acme/vets-api#' || 1000 + n end"
                : column;
    }

    /** Millions of rows go in faster without them; they are made again afterwards. */
    private Map<String, String> dropIndexes() {
        Map<String, String> indexes = new LinkedHashMap<>();
        TABLES.forEach(table -> jdbc.queryForList("""
                        select indexname, indexdef from pg_indexes
                        where tablename = ? and indexdef not like 'CREATE UNIQUE%'""", table)
                .forEach(index ->
                        indexes.put(String.valueOf(index.get("indexname")), String.valueOf(index.get("indexdef")))));
        indexes.keySet().forEach(index -> jdbc.execute("drop index " + index));
        return indexes;
    }
}
