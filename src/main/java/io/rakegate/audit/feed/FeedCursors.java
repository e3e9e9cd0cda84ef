package io.rakegate.audit.feed;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * How far each receiver has been told about each change. One node at a time tells one receiver about one change, for as
 * long as its lease lasts; a node that dies with it is followed by another, which tells the same again.
 */
@Repository
class FeedCursors {

    private final JdbcClient jdbc;

    FeedCursors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A turn to tell one receiver about one change.
     *
     * @param subscription name of the receiver
     * @param instance the change
     * @param sent sequence number of the last event it was told
     * @param attempts how many attempts have failed since
     * @param lease proves that the turn is still ours
     */
    record Turn(String subscription, String instance, long sent, int attempts, UUID lease) {}

    /** From now on, what happens is noted for these receivers and no others. */
    @Transactional
    void register(Collection<String> subscriptions) {
        String[] names = subscriptions.toArray(String[]::new);
        jdbc.sql("delete from feed_subscription where name <> all (?)")
                .param(names)
                .update();
        jdbc.sql("insert into feed_subscription (name) select unnest(?) on conflict do nothing")
                .param(names)
                .update();
    }

    /** Takes a turn that nobody else has, the one that waits longest first; empty if there is nothing to tell. */
    @Transactional
    Optional<Turn> take(Collection<String> subscriptions, Instant now, Duration lease) {
        return jdbc.sql("""
                        update feed_cursor set lease = gen_random_uuid(), leased_until = ?
                        where (subscription, instance_id) = (
                            select subscription, instance_id from feed_cursor
                            where head > sent and next_attempt_at <= ? and leased_until <= ?
                                and subscription = any (?)
                            order by next_attempt_at limit 1 for update skip locked)
                        returning subscription, instance_id, sent, attempts, lease""")
                .params(
                        Timestamp.from(now.plus(lease)),
                        Timestamp.from(now),
                        Timestamp.from(now),
                        subscriptions.toArray(String[]::new))
                .query((row, number) -> new Turn(
                        row.getString("subscription"),
                        row.getString("instance_id"),
                        row.getLong("sent"),
                        row.getInt("attempts"),
                        row.getObject("lease", UUID.class)))
                .optional();
    }

    /** The receiver has taken everything up to an event. */
    void told(Turn turn, long sent, Instant now) {
        jdbc.sql("""
                        update feed_cursor set sent = ?, attempts = 0, next_attempt_at = ?, leased_until = '-infinity'
                        where subscription = ? and instance_id = ? and lease = ?""")
                .params(sent, Timestamp.from(now), turn.subscription(), turn.instance(), turn.lease())
                .update();
    }

    /** The receiver has not taken it; it is told again later. */
    void failed(Turn turn, Instant nextAttempt) {
        jdbc.sql("""
                        update feed_cursor set attempts = attempts + 1, next_attempt_at = ?, leased_until = '-infinity'
                        where subscription = ? and instance_id = ? and lease = ?""")
                .params(Timestamp.from(nextAttempt), turn.subscription(), turn.instance(), turn.lease())
                .update();
    }
}
