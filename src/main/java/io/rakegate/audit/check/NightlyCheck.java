package io.rakegate.audit.check;

import io.rakegate.audit.LinkHash;
import io.rakegate.process.Change;
import io.rakegate.process.Changes;
import io.rakegate.process.catalogue.ProdDbChange;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares, every night, history, evidence and chain of changes: of those that run or are not archived yet, and of
 * archived ones whose history is still there. A difference is logged, counted, and an incident in Cockpit.
 */
@Component
class NightlyCheck {

    private static final Logger log = LoggerFactory.getLogger(NightlyCheck.class);

    private static final String NOT_ARCHIVED = """
            select instance.id_ from act_hi_procinst instance
            left join audit_check checked on checked.instance_id = instance.id_
            where instance.proc_def_key_ = ?
              and not exists (select 1 from audit_archive done where done.instance_id = instance.id_)
            order by checked.checked_at nulls first, instance.start_time_ limit ?""";

    /** Not those whose history is about to be cleaned up: half of it may be gone already. */
    private static final String ARCHIVED = """
            select instance.id_ from act_hi_procinst instance
            join audit_archive done on done.instance_id = instance.id_
            left join audit_check checked on checked.instance_id = instance.id_
            where instance.proc_def_key_ = ?
              and (instance.removal_time_ is null or instance.removal_time_ > now() + interval '1 day')
            order by checked.checked_at nulls first, instance.start_time_ limit ?""";

    private final RecordCheck check;
    private final DifferenceIncidents incidents;
    private final Changes changes;
    private final CheckProperties properties;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate oneNode;
    private final TransactionTemplate oneChange;
    private final Clock clock;

    NightlyCheck(
            RecordCheck check,
            DifferenceIncidents incidents,
            Changes changes,
            CheckProperties properties,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.check = check;
        this.incidents = incidents;
        this.changes = changes;
        this.properties = properties;
        this.jdbc = jdbc;
        this.oneNode = new TransactionTemplate(transactions);
        this.oneChange = new TransactionTemplate(transactions);
        oneChange.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** One node does it; the others find the lock taken and leave it. What was found stays when the rest fails. */
    @Scheduled(cron = "${rakegate.audit.check.cron:0 30 2 * * *}", zone = "UTC")
    void run() {
        oneNode.executeWithoutResult(status -> {
            Boolean mine = jdbc.queryForObject(
                    "select pg_try_advisory_xact_lock(hashtextextended('rakegate:audit:check', 0))", Boolean.class);
            if (Boolean.TRUE.equals(mine)) {
                Stream.of(NOT_ARCHIVED, ARCHIVED).forEach(this::checkLongestUnchecked);
            }
        });
    }

    private void checkLongestUnchecked(String those) {
        jdbc.queryForList(those, String.class, ProdDbChange.KEY, properties.most())
                .forEach(instance -> oneChange.executeWithoutResult(
                        status -> changes.findByInstance(instance).ifPresent(this::check)));
    }

    private void check(Change change) {
        RecordCheck.Result result = compared(change);
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
        incidents.show(change, result.differences());
    }

    /** A record that cannot even be compared is none that fits, and must not keep the others from being compared. */
    private RecordCheck.Result compared(Change change) {
        try {
            return check.of(change);
        } catch (RuntimeException failed) {
            log.error("The record of {} ({}) could not be compared", change.ref(), change.processInstanceId(), failed);
            String why = "The record could not be compared: " + failed;
            return new RecordCheck.Result(0, LinkHash.START, 1L, why, List.of(why));
        }
    }
}
