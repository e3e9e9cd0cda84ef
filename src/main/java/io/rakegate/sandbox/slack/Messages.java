package io.rakegate.sandbox.slack;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The messages in the channels. What is written here is committed when the method returns. */
@WithSandbox
@Component("sandboxSlackMessages")
class Messages {

    private static final String COLUMNS = "channel, time, text, metadata::text as metadata, edited";

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Messages(JdbcClient database, PlatformTransactionManager transactions, Clock clock) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Posts a message, after every other one of the channel. */
    Message post(String channel, String text, @Nullable String metadata) {
        return Objects.requireNonNull(transaction.execute(status -> {
            // one at a time in a channel, since the time is the identity
            database.sql("select id from sandbox.slack_channel where id = :channel for update")
                    .param("channel", channel)
                    .query(String.class)
                    .single();
            return database.sql("""
                            insert into sandbox.slack_message (channel, time, text, metadata)
                            select :channel, greatest(:now, max(time) + 1), :text, :metadata::jsonb
                            from sandbox.slack_message where channel = :channel
                            returning %s""".formatted(COLUMNS))
                    .param("channel", channel)
                    .param("now", MessageTime.of(clock.instant()).micros())
                    .param("text", text)
                    .param("metadata", metadata)
                    .query(Messages::read)
                    .single();
        }));
    }

    /** Changes a message; without metadata it keeps what it has. Empty if there is no such message. */
    Optional<Message> update(String channel, MessageTime time, String text, @Nullable String metadata) {
        return database.sql("""
                        update sandbox.slack_message
                        set text = :text, metadata = coalesce(:metadata::jsonb, metadata), edited = :now
                        where channel = :channel and time = :time
                        returning %s""".formatted(COLUMNS))
                .param("channel", channel)
                .param("time", time.micros())
                .param("text", text)
                .param("metadata", metadata)
                .param("now", MessageTime.of(clock.instant()).micros())
                .query(Messages::read)
                .optional();
    }

    Optional<Message> find(String channel, MessageTime time) {
        return database.sql("select %s from sandbox.slack_message where channel = :channel and time = :time"
                        .formatted(COLUMNS))
                .param("channel", channel)
                .param("time", time.micros())
                .query(Messages::read)
                .optional();
    }

    /**
     * Messages of a channel, newest first.
     *
     * @param from the oldest moment, in microseconds since 1970, inclusive
     * @param before the newest moment, in microseconds since 1970, exclusive
     */
    List<Message> between(String channel, long from, long before, int limit) {
        return database.sql("""
                        select %s from sandbox.slack_message
                        where channel = :channel and time >= :from and time < :before
                        order by time desc limit :limit""".formatted(COLUMNS))
                .param("channel", channel)
                .param("from", from)
                .param("before", before)
                .param("limit", limit)
                .query(Messages::read)
                .list();
    }

    int count(String channel) {
        return database.sql("select count(*) from sandbox.slack_message where channel = :channel")
                .param("channel", channel)
                .query(Integer.class)
                .single();
    }

    private static Message read(ResultSet row, int index) throws SQLException {
        long edited = row.getLong("edited");
        return new Message(
                row.getString("channel"),
                new MessageTime(row.getLong("time")),
                row.getString("text"),
                row.getString("metadata"),
                edited == 0 ? null : new MessageTime(edited));
    }
}
