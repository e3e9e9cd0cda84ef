package io.rakegate.audit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.zaxxer.hikari.HikariDataSource;
import io.rakegate.audit.AuditTestBase;
import io.rakegate.audit.HistoryCopies;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** No page reads a table that grows with the changes from its one end to its other: an index leads to what it needs. */
class PagesUseIndexesTest extends AuditTestBase {

    private static final List<String> PAGES = List.of(
            "/changes",
            "/changes?page=1",
            "/changes?state=completed",
            "/changes?state=running",
            "/changes?team=benefits",
            "/changes?step=5",
            "/changes?mine=true",
            "/changes?overdue=true",
            "/changes?text=vets-api%237",
            "/changes/acme/vets-api/7",
            "/api/changes/acme/vets-api/7/events",
            "/api/changes/acme/vets-api/7/events/verification");

    /** The others list or search what has ended, and the engine sorts all that fits before it takes a page of it. */
    private static final List<String> BOUNDED = List.of(
            "/changes?state=running",
            "/changes?step=5",
            "/changes?overdue=true",
            "/changes/acme/vets-api/7",
            "/api/changes/acme/vets-api/7/events");

    @Autowired
    private DataSource source;

    @Autowired
    private JdbcTemplate jdbc;

    @AfterEach
    void scanAgain() throws SQLException {
        set("reset enable_seqscan");
    }

    @Test
    void everyQueryHasAnIndex() throws SQLException {
        String instance = finished();
        new HistoryCopies(jdbc).add(instance, 1, 40);
        set("set enable_seqscan = off");

        for (String page : PAGES) {
            Map<String, Long> before = scans();
            assertThat(answerTo("creator", get(URI.create(page))).getStatus())
                    .as(page)
                    .isEqualTo(200);
            Map<String, Long> scanned = scans();
            scanned.entrySet().removeIf(table -> table.getValue().equals(before.get(table.getKey())));
            assertThat(scanned).as("tables that " + page + " reads as a whole").isEmpty();
        }
    }

    @Test
    void whatAPageReadsDoesNotGrowWithTheChangesThatHaveEnded() throws SQLException {
        String instance = finished();
        HistoryCopies copies = new HistoryCopies(jdbc);
        copies.add(instance, 1, 60);
        set("set enable_seqscan = off");
        Map<String, Long> few = readBy(BOUNDED);

        copies.add(instance, 61, 300);
        Map<String, Long> many = readBy(BOUNDED);

        assertThat(many).allSatisfy((page, rows) -> assertThat(rows).as(page).isLessThan(few.get(page) * 5 / 4 + 100));
    }

    @Test
    void aQueryThatReadsMoreTheMoreThereIsIsNoticed() throws SQLException {
        String instance = finished();
        set("set enable_seqscan = off");
        long before = rowsRead();
        jdbc.queryForList("select id_ from act_hi_actinst where act_name_ = 'no index has it'");
        long few = rowsRead() - before;
        new HistoryCopies(jdbc).add(instance, 1, 20);
        before = rowsRead();
        jdbc.queryForList("select id_ from act_hi_actinst where act_name_ = 'no index has it'");

        assertThat(rowsRead() - before).isGreaterThan(few * 15);
    }

    private Map<String, Long> readBy(List<String> pages) throws SQLException {
        Map<String, Long> read = new TreeMap<>();
        for (String page : pages) {
            // what is worked out once in a while is not what a page costs
            answerTo("creator", get(URI.create(page)));
            long before = rowsRead();
            answerTo("creator", get(URI.create(page)));
            read.put(page, rowsRead() - before);
        }
        return read;
    }

    /** Rows and entries of indexes that were read so far, of every table that grows with the changes. */
    private long rowsRead() throws SQLException {
        renewConnections();
        Long read = jdbc.queryForObject("""
                select sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) + (select sum(idx_tup_read)
                    from pg_stat_user_indexes where relname like 'act\\_hi\\_%')
                from pg_stat_user_tables where relname like 'act\\_hi\\_%'""", Long.class);
        return read == null ? 0 : read;
    }

    @Test
    void aQueryWithoutAnIndexIsNoticed() throws SQLException {
        finished();
        set("set enable_seqscan = off");
        Map<String, Long> before = scans();

        jdbc.queryForList("select id_ from act_hi_actinst where act_name_ = 'no index has it'");

        assertThat(scans().get("act_hi_actinst")).isGreaterThan(before.get("act_hi_actinst"));
    }

    private String finished() {
        String instance = started().getId();
        prepare();
        approveBoth();
        finish();
        return instance;
    }

    /** For the connections from now on; with it, the planner reads a whole table only where no index can be used. */
    private void set(String what) throws SQLException {
        String database = jdbc.queryForObject("select current_database()", String.class);
        jdbc.execute("alter database " + database + " " + what);
        renewConnections();
    }

    /** A connection says what it has scanned at its end. */
    private void renewConnections() throws SQLException {
        HikariDataSource pool = source.unwrap(HikariDataSource.class);
        List<Integer> old = backends();
        pool.getHikariPoolMXBean().softEvictConnections();
        await().until(() -> backends().stream().noneMatch(old::contains));
    }

    private List<Integer> backends() {
        return jdbc.queryForList("""
                select pid from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'""", Integer.class);
    }

    private Map<String, Long> scans() throws SQLException {
        renewConnections();
        Map<String, Long> scans = new TreeMap<>();
        jdbc.query(
                """
                select relname, seq_scan from pg_stat_user_tables
                where relname like 'act\\_hi\\_%' or relname like 'evidence%' or relname = 'audit_event'""",
                row -> {
                    scans.put(row.getString("relname"), row.getLong("seq_scan"));
                });
        return scans;
    }
}
