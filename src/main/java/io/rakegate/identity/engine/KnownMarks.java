package io.rakegate.identity.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The marks that changes carry, in the engine's table of tenants. They are few, none is ever taken away, and each query
 * needs them, so they are read at most once a second; this node knows its own at once.
 */
@Component
class KnownMarks {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final JdbcTemplate database;
    private final Clock clock;
    private final AtomicReference<@Nullable Read> last = new AtomicReference<>();

    KnownMarks(JdbcTemplate database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Those there are, as far as was known a second ago. */
    Set<String> all() {
        Read known = last.get();
        Instant now = clock.instant();
        if (known != null && Duration.between(known.at(), now).abs().compareTo(FRESH) < 0) {
            return known.marks();
        }
        Set<String> marks = Set.copyOf(database.queryForList("select id_ from act_id_tenant", String.class));
        last.set(new Read(now, marks));
        return marks;
    }

    /** Adds one in the transaction of the caller; nothing happens where it is there already. */
    void remember(String mark, String name) {
        int added = database.update(
                "insert into act_id_tenant (id_, rev_, name_) values (?, 1, ?) on conflict do nothing", mark, name);
        if (added > 0) {
            readAgainAfterwards();
        }
    }

    private void readAgainAfterwards() {
        last.set(null);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    last.set(null);
                }
            });
        }
    }

    private record Read(Instant at, Set<String> marks) {}
}
