package io.rakegate.process;

import io.rakegate.identity.Visibility;
import io.rakegate.process.catalogue.ProdDbChange;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Marks at start, before the first request, what has no mark: changes that an older version started. Some at a time and
 * each with everything that belongs to it, so that a start that is interrupted goes on with the next; one node at a time.
 */
@Component
class OlderChangesAreMarked implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(OlderChangesAreMarked.class);
    private static final long LOCK = 0x52414B45_4D4BL;
    private static final int AT_A_TIME = 200;

    private static final String UNMARKED = """
            select change.id_,
                (select text_ from act_hi_varinst where execution_id_ = change.id_ and name_ = 'team' limit 1) as team,
                (select text_ from act_hi_varinst where execution_id_ = change.id_ and name_ = 'creator' limit 1) as creator
            from act_hi_procinst change
            where change.proc_def_key_ = ? and change.tenant_id_ is null and change.super_process_instance_id_ is null
            order by change.end_time_ is not null, change.id_ limit ?""";

    /** By the case and what it called. */
    private static final List<String> BY_INSTANCE = List.of(
            "act_ru_execution proc_inst_id_",
            "act_ru_task proc_inst_id_",
            "act_ru_variable proc_inst_id_",
            "act_ru_job process_instance_id_",
            "act_ru_event_subscr proc_inst_id_",
            "act_ru_incident proc_inst_id_");

    /** By the case as a whole. Bytes are read by way of what they belong to, and need no mark. */
    private static final List<String> BY_ROOT = List.of(
            "act_hi_actinst",
            "act_hi_taskinst",
            "act_hi_varinst",
            "act_hi_detail",
            "act_hi_comment",
            "act_hi_attachment",
            "act_hi_incident",
            "act_hi_job_log",
            "act_hi_op_log",
            "act_hi_identitylink",
            "act_hi_procinst");

    private final Visibility visibility;
    private final JdbcTemplate database;
    private final TransactionTemplate transaction;

    OlderChangesAreMarked(Visibility visibility, JdbcTemplate database, PlatformTransactionManager transactions) {
        this.visibility = visibility;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void afterSingletonsInstantiated() {
        int all = 0;
        for (int some = markSome(); some > 0; some = markSome()) {
            all += some;
        }
        if (all > 0) {
            LOG.info("Marked {} changes of an older version with their team.", all);
        }
    }

    private int markSome() {
        return Objects.requireNonNull(transaction.execute(status -> {
            database.query("select pg_advisory_xact_lock(?)", row -> {}, LOCK);
            List<Unmarked> found = database.query(
                    UNMARKED,
                    (row, number) ->
                            new Unmarked(row.getString("id_"), row.getString("team"), row.getString("creator")),
                    ProdDbChange.KEY,
                    AT_A_TIME);
            found.forEach(this::mark);
            return found.size();
        }));
    }

    private void mark(Unmarked change) {
        String mark = change.team() == null || change.creator() == null
                ? Visibility.NOBODYS
                : visibility.mark(change.team(), change.creator());
        database.update("""
                update act_ru_identitylink set tenant_id_ = ? where tenant_id_ is null and task_id_ in
                    (select task.id_ from act_ru_task task join act_hi_procinst its on its.id_ = task.proc_inst_id_
                    where its.root_proc_inst_id_ = ?)""", mark, change.instance());
        BY_INSTANCE.forEach(
                table -> database.update("""
                update %s set tenant_id_ = ? where tenant_id_ is null and %s in
                    (select id_ from act_hi_procinst where root_proc_inst_id_ = ?)""".formatted((Object[]) table.split(" ")), mark, change.instance()));
        BY_ROOT.forEach(table -> database.update(
                "update " + table + " set tenant_id_ = ? where tenant_id_ is null and root_proc_inst_id_ = ?",
                mark,
                change.instance()));
    }

    private record Unmarked(
            String instance,
            @Nullable String team,
            @Nullable String creator) {}
}
