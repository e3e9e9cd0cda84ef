package io.rakegate.announcement.slack;

import io.rakegate.announcement.AnnouncementsUnavailable;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets one node at a time announce a key. Looking and posting are two calls to Slack; without this, two nodes could
 * both look, both find nothing, and both post.
 *
 * <p>It is a lock of the database's transaction, so it ends with the node that holds it. Within a transaction of the
 * caller it is held until that ends, and a failure leaves the caller's transaction as it was. Whoever comes second is
 * refused at once rather than kept waiting on a database connection: their job is tried again later.
 */
@Component
final class AnnouncementLock {

    private static final String SPACE = "io.rakegate.announcement:";

    private final JdbcTemplate database;
    private final TransactionTemplate transaction;

    AnnouncementLock(JdbcTemplate database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * Does the work while nobody else does any under the same key.
     *
     * @throws AnnouncementsUnavailable if somebody else is at it
     */
    String alone(String key, Supplier<String> work) {
        return Objects.requireNonNull(transaction.execute(status -> {
            if (!take(key)) {
                throw new AnnouncementsUnavailable(
                        "Another node is just announcing \"%s\"; the next attempt finds its message.".formatted(key));
            }
            return work.get();
        }));
    }

    private boolean take(String key) {
        return Boolean.TRUE.equals(database.queryForObject(
                "select pg_try_advisory_xact_lock(hashtextextended(?, 0))", Boolean.class, SPACE + key));
    }
}
