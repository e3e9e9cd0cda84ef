package io.rakegate.audit.check;

import io.rakegate.process.Change;
import io.rakegate.process.Changes;
import io.rakegate.process.catalogue.ProdDbChange;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Compares, every night, history, evidence and chain of the changes that run or are not archived yet. A difference is
 * logged, counted, and an incident of a change that runs.
 */
@Component
class NightlyCheck {

    private static final Logger log = LoggerFactory.getLogger(NightlyCheck.class);

    private final RecordCheck check;
    private final DifferenceIncidents incidents;
    private final Changes changes;
    private final CheckProperties properties;
    private final JdbcTemplate jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    NightlyCheck(
            RecordCheck check,
            DifferenceIncidents incidents,
            Changes changes,
            CheckProperties properties,
            JdbcTemplate jdbc,
            TransactionOperations transactions,
            Clock clock) {
        this.check = check;
        this.incidents = incidents;
        this.changes = changes;
        this.properties = properties;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** One node does it; the others find the lock taken and leave it. */
    @Scheduled(cron = "${rakegate.audit.check.cron:0 30 2 * * *}", zone = "UTC")
    void run() {
        transactions.executeWithoutResult(status -> {
            Boolean mine = jdbc.queryForObject(
                    "select pg_try_advisory_xact_lock(hashtextextended('rakegate:audit:check', 0))", Boolean.class);
            if (Boolean.TRUE.equals(mine)) {
                longestUnchecked()
                        .forEach(instance -> changes.findByInstance(instance).ifPresent(this::check));
            }
        });
    }

    private List<String> longestUnchecked() {
        return jdbc.queryForList("""
                select instance.id_ from act_hi_procinst instance
                left join audit_check checked on checked.instance_id = instance.id_
                where instance.proc_def_key_ = ?
                  and not exists (select 1 from audit_archive done where done.instance_id = instance.id_)
                order by checked.checked_at nulls first, instance.start_time_ limit ?""", String.class, ProdDbChange.KEY, properties.most());
    }

    private void check(Change change) {
        RecordCheck.Result result = check.of(change);
        String differences = String.join("\n", result.differences());
        if (result.isWhole()) {
            log.debug("The record of {} is as it was written, {} events", change.ref(), result.events());
        } else {
            log.error("The record of {} ({}) was changed: {}", change.ref(), change.processInstanceId(), differences);
        }
        jdbc.update(
                """
                insert into audit_check (instance_id, change_key, checked_at, events, differences) values (?, ?, ?, ?, ?)
                on conflict (instance_id) do update set checked_at = excluded.checked_at, events = excluded.events,
                    differences = excluded.differences""",
                change.processInstanceId(),
                change.ref().key(),
                Timestamp.from(clock.instant()),
                result.events(),
                differences);
        incidents.show(change, result);
    }
}
