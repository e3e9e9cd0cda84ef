package io.rakegate.identity.engine;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets one node at a time write people and grants at start-up; the next one finds them written. */
@Component
class OneNodeAtATime {

    private static final long LOCK = 0x52414B45_4944L;

    private final JdbcTemplate database;
    private final TransactionTemplate transaction;

    OneNodeAtATime(JdbcTemplate database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Does the work in one transaction; other nodes wait until it has ended. */
    void run(Runnable work) {
        transaction.executeWithoutResult(status -> {
            database.query("select pg_advisory_xact_lock(?)", row -> {}, LOCK);
            work.run();
        });
    }
}
