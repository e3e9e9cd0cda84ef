package io.rakegate.audit.keep;

import io.rakegate.process.Change;
import io.rakegate.process.Changes;
import io.rakegate.process.catalogue.ProdDbChange;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The changes that have ended and of which something is still to be done, one node at a time for each of them. */
@Component
class EndedChanges {

    private final JdbcTemplate jdbc;
    private final TransactionOperations transactions;
    private final Changes changes;

    EndedChanges(JdbcTemplate jdbc, TransactionOperations transactions, Changes changes) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.changes = changes;
    }

    /** What is done once for a change; it leaves a row in the table, in the transaction it is called in. */
    interface Work {

        void with(Change change);
    }

    /**
     * Ids of ended changes that have no row in a table yet; some of them in no order, so that one that fails again and
     * again keeps none of the others waiting.
     */
    List<String> without(String table, int most) {
        return jdbc.queryForList("""
                select id_ from act_hi_procinst ended
                where proc_def_key_ = ? and end_time_ is not null
                  and not exists (select 1 from %s done where done.instance_id = ended.id_)
                order by random() limit ?""".formatted(table), String.class, ProdDbChange.KEY, most);
    }

    /**
     * Does the work for one change, unless it is done or another node is at it.
     *
     * @param table where the work leaves a row
     */
    void once(String instance, String table, Work work) {
        transactions.executeWithoutResult(status -> {
            Boolean mine = jdbc.queryForObject(
                    "select pg_try_advisory_xact_lock(hashtextextended(?, 0))",
                    Boolean.class,
                    "rakegate:" + table + ":" + instance);
            if (!Boolean.TRUE.equals(mine) || isDone(instance, table)) {
                return;
            }
            Optional<Change> change = changes.findByInstance(instance);
            change.ifPresent(work::with);
        });
    }

    private boolean isDone(String instance, String table) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from %s where instance_id = ?)".formatted(table), Boolean.class, instance));
    }
}
