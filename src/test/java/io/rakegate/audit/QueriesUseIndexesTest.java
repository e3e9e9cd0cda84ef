package io.rakegate.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What the pages and the feed ask of tables that grow with the changes is answered by an index each. */
class QueriesUseIndexesTest extends AuditTestBase {

    private static final List<String> PAGES = List.of(
            "/changes/acme/vets-api/7",
            "/api/changes/acme/vets-api/7/events",
            "/changes",
            "/changes?state=COMPLETED",
            "/changes?team=benefits",
            "/changes?mine=true");

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    void eachQueryIsAnsweredByTheIndexThatIsMeantForIt() {
        String instance = started().getId();
        prepare();
        approveBoth();
        finish();
        new HistoryCopies(jdbc).add(instance, 1, 40);

        queries(instance)
                .forEach((query, index) ->
                        assertThat(planOf(query)).as(query).containsPattern("(?i)Index.* Scan.* (using|on) " + index));
    }

    @Test
    void aQueryWithoutAnIndexIsNoticed() {
        assertThat(planOf("select * from act_hi_actinst where act_name_ = 'no index has it'"))
                .contains("Seq Scan");
    }

    @Test
    void noPageReadsMoreRowsWithTenTimesAsManyChanges() {
        String instance = started().getId();
        prepare();
        approveBoth();
        finish();
        HistoryCopies copies = new HistoryCopies(jdbc);
        copies.add(instance, 1, 30);
        Map<String, Long> few = rowsRead();
        copies.add(instance, 31, 300);

        Map<String, Long> many = rowsRead();

        assertThat(many)
                .allSatisfy(
                        (page, rows) -> assertThat(rows).as(page).isPositive().isLessThanOrEqualTo(few.get(page)));
    }

    private Map<String, Long> rowsRead() {
        Map<String, Long> rows = new LinkedHashMap<>();
        PAGES.forEach(page -> answerTo("creator", get(URI.create(page))));
        PAGES.forEach(page -> rows.put(page, rowsReadBy(page)));
        return rows;
    }

    /** How many rows of all tables the answer to a request takes, in a transaction of its own. */
    private long rowsReadBy(String page) {
        Long rows = transactions.execute(status -> {
            jdbc.execute("set local enable_seqscan = off");
            long before = rowsReadSoFar();
            assertThat(answerTo("creator", get(URI.create(page))).getStatus()).isEqualTo(200);
            return rowsReadSoFar() - before;
        });
        return rows == null ? 0 : rows;
    }

    private long rowsReadSoFar() {
        Long rows = jdbc.queryForObject(
                "select sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) from pg_stat_xact_user_tables", Long.class);
        return rows == null ? 0 : rows;
    }

    private static Map<String, String> queries(String instance) {
        Map<String, String> queries = new LinkedHashMap<>();
        queries.put(
                "select distinct * from act_hi_varinst where (state_ != 'DELETED' or state_ is null) and execution_id_ in ('%s')"
                        .formatted(instance),
                "rakegate_variables_of_execution");
        queries.put(
                "select * from act_hi_procinst where business_key_ = 'acme/vets-api#7' order by start_time_ desc",
                "act_idx_hi_pro_i_buskey");
        queries.put(
                "select * from act_hi_taskinst where proc_inst_id_ = '%s'".formatted(instance),
                "act_idx_hi_taskinst_procinst");
        queries.put(
                "select * from act_hi_actinst where proc_inst_id_ = '%s' and act_id_ = any(array['Task_OpenMergeGate'])"
                        .formatted(instance),
                "act_idx_hi_act_inst_procinst");
        queries.put(
                "select * from act_hi_detail where var_inst_id_ = '%s' order by time_".formatted(instance),
                "act_idx_hi_detail_var_inst_id");
        queries.put(
                "select * from act_hi_op_log where proc_inst_id_ = '%s'".formatted(instance),
                "act_idx_hi_op_log_procinst");
        queries.put(
                "select * from act_hi_varinst where proc_inst_id_ = '%s' and name_ = 'headSha'".formatted(instance),
                // the engine's own index begins with the same columns
                "(rakegate_variables_of_change|act_idx_hi_var_pi_name_type)");
        queries.put(filled(ChangeRows.KEPT, "ids", "'" + instance + "'"), "rakegate_ends");
        listQueries().forEach(queries::put);
        queries.put(filled(FiguresOfChanges.LEAD_TIMES, "since", "now()"), "rakegate_completed");
        queries.put(filled(FiguresOfChanges.STEP_WAITS, "tasks", "10"), "rakegate_tasks_done");
        queries.put(
                "select sequence, hash, record from audit_event where instance_id = '%s' and sequence > 5 order by sequence limit 100"
                        .formatted(instance),
                "audit_event_pkey");
        queries.put("select * from evidence where lower(change_key) = lower('acme/vets-api#7')", "evidence_by_change");
        queries.put(
                "select * from evidence_quarantine where lower(change_key) = lower('acme/vets-api#7')",
                "evidence_quarantine_by_change");
        queries.put(
                "select * from feed_cursor where head > sent and next_attempt_at <= now() order by next_attempt_at"
                        + " limit 1",
                "feed_cursor_to_tell");
        return queries;
    }

    /** What the list asks: it follows an index of the order and looks beside each change, or begins with the rare. */
    private static Map<String, String> listQueries() {
        Map<String, String> queries = new LinkedHashMap<>();
        queries.put(list(""), "rakegate_changes_newest");
        queries.put(list(ChangeSearch.RUNNING), "rakegate_changes_running");
        queries.put(list(ChangeSearch.DELETED), "rakegate_changes_deleted");
        queries.put(list(ChangeSearch.ENDED.formatted("End_Completed")), "rakegate_ends");
        queries.put(
                list(filled(ChangeSearch.OF_TEAM, "team", "'benefits'")),
                "rakegate_(variables_of_change|changes_by_team)");
        queries.put(list(filled(ChangeSearch.OF_TEAM, "team", "'nobody'")), "rakegate_changes_by_team");
        queries.put(
                list(filled(ChangeSearch.WITH_TEXT, "text", "'%backfill%'")),
                "(rakegate_variables_of_change|rakegate_changes_by_title|act_idx_hi_varinst_name)");
        String own = filled(filled(ChangeSearch.OWN, "person", "'creator'"), "turns", "''");
        queries.put(list(own), "rakegate_changes_(of_starter|newest)");
        return queries;
    }

    private static String list(String narrowed) {
        return ChangeSearch.CHANGES
                + narrowed
                + filled(ChangeSearch.PAGE, "most", "26").replace(":skip", "0");
    }

    private static String filled(String query, String parameter, String value) {
        return query.replace(":" + parameter, value)
                .replace(":process", "'ProdDbChange'")
                .replace(":most", "2000");
    }

    /** How PostgreSQL answers a query if it reads a whole table only where no index can be used. */
    private String planOf(String query) {
        return jdbc.execute((ConnectionCallback<String>) connection -> {
            StringBuilder plan = new StringBuilder();
            try (Statement statement = connection.createStatement()) {
                statement.execute("set enable_seqscan = off");
                try (ResultSet lines = statement.executeQuery("explain " + query)) {
                    while (lines.next()) {
                        plan.append(lines.getString(1)).append('\n');
                    }
                }
                statement.execute("reset enable_seqscan");
            }
            return plan.toString();
        });
    }
}
