package io.rakegate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

class OlderChangesAreMarkedTest extends ProcessTestBase {

    private static final String MARK = "benefits+creator";

    @Autowired
    private OlderChangesAreMarked olderChangesAreMarked;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void aChangeAndWhatItCallsCarryTheMarkOfTheTeamAndOfWhoAsked() {
        change.startPrepared();
        change.prepare();

        assertThat(jdbc.queryForList("select distinct tenant_id_ from act_hi_procinst", String.class))
                .containsExactly(MARK);
        assertThat(jdbc.queryForList("select distinct proc_def_key_ from act_hi_procinst", String.class))
                .contains("ProdDbChange", "RecordEvidence");
        assertThat(jdbc.queryForList("select distinct tenant_id_ from act_ru_task", String.class))
                .containsExactly(MARK);
    }

    @Test
    void whatAnOlderVersionStartedIsMarkedAtStartWithEverythingThatBelongsToIt() {
        change.startPrepared();
        change.prepare();
        Map<String, String> marked = marks();
        tables().forEach(table -> jdbc.update("update " + table + " set tenant_id_ = null"));

        olderChangesAreMarked.afterSingletonsInstantiated();

        assertThat(marked).containsValue(MARK);
        assertThat(marks()).isEqualTo(marked);
    }

    @Test
    void anOlderChangeOfWhichNobodyKnowsTheTeamIsHiddenFromAllWhoDoNotSeeEverything() {
        change.startPrepared();
        jdbc.update("delete from act_hi_varinst where name_ = 'team'");
        tables().forEach(table -> jdbc.update("update " + table + " set tenant_id_ = null"));

        olderChangesAreMarked.afterSingletonsInstantiated();

        assertThat(jdbc.queryForList("select distinct tenant_id_ from act_ru_task", String.class))
                .containsExactly("+");
    }

    /** The mark of each row there is, by table and id. */
    private Map<String, String> marks() {
        Map<String, String> marks = new TreeMap<>();
        tables().forEach(table -> jdbc.query("select id_, tenant_id_ from " + table, row -> {
            marks.put(table + " " + row.getString(1), String.valueOf(row.getString(2)));
        }));
        return marks;
    }

    private List<String> tables() {
        return jdbc.queryForList("""
                select table_name from information_schema.columns
                where table_schema = current_schema() and column_name = 'tenant_id_'
                  and (table_name like 'act\\_ru\\_%' or table_name like 'act\\_hi\\_%')
                order by 1""", String.class);
    }
}
