package io.rakegate.sandbox.slack;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The mishaps that await the next calls, to see how a client copes; they survive a restart like everything else. */
@WithSandbox
@Component("sandboxSlackOutages")
class Outages {

    private static final String COLUMNS = "method, mishap, calls, retry_after";

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    Outages(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * What the next calls meet.
     *
     * @param method the method it is about, null for any
     * @param mishap what goes wrong
     * @param calls for how many calls still, from 1
     * @param retryAfter the seconds that a client is asked to wait
     */
    record Outage(@Nullable String method, Mishap mishap, int calls, int retryAfter) {}

    void add(Outage outage) {
        database.sql("""
                        insert into sandbox.slack_outage (method, mishap, calls, retry_after)
                        values (:method, :mishap, :calls, :retryAfter)""")
                .param("method", outage.method())
                .param("mishap", outage.mishap().name())
                .param("calls", outage.calls())
                .param("retryAfter", outage.retryAfter())
                .update();
    }

    /** Oldest first. */
    List<Outage> all() {
        return database.sql("select %s from sandbox.slack_outage order by id".formatted(COLUMNS))
                .query(Outage.class)
                .list();
    }

    void clear() {
        database.sql("delete from sandbox.slack_outage").update();
    }

    /** What this call meets, which counts as one of its calls; empty if all is well. */
    Optional<Outage> meet(String method) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Optional<Long> id =
                    database.sql("""
                            select id from sandbox.slack_outage where method is null or method = :method
                            order by id limit 1 for update""").param("method", method).query(Long.class).optional();
            return id.map(this::countDown);
        }));
    }

    private Outage countDown(long id) {
        Outage outage = database.sql("select %s from sandbox.slack_outage where id = :id".formatted(COLUMNS))
                .param("id", id)
                .query(Outage.class)
                .single();
        String change = outage.calls() > 1
                ? "update sandbox.slack_outage set calls = calls - 1 where id = :id"
                : "delete from sandbox.slack_outage where id = :id";
        database.sql(change).param("id", id).update();
        return outage;
    }
}
