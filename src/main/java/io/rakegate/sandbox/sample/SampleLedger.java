package io.rakegate.sandbox.sample;

import io.rakegate.sandbox.github.InSandbox;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which samples are still to be made. A sample that arrived is never touched again, wherever people take it.
 *
 * <p>A database in which changes were made before gets no samples.
 */
@InSandbox
@Component("sandboxSampleLedger")
class SampleLedger {

    private static final String TABLE = """
            create schema if not exists sandbox;
            create table if not exists sandbox.sample (
                name text primary key,
                made boolean not null
            )""";

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    SampleLedger(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Opens the ledger, once for each database.
     *
     * @param names every sample
     * @param changesAreThere whether somebody made changes before
     */
    void open(List<String> names, boolean changesAreThere) {
        transaction.executeWithoutResult(status -> {
            // two nodes may start at once on an empty database
            database.sql("select pg_advisory_xact_lock(hashtext('rakegate sandbox'))::text")
                    .query(String.class)
                    .single();
            database.sql(TABLE).update();
            if (database.sql("select count(*) from sandbox.sample")
                            .query(Long.class)
                            .single()
                    == 0) {
                names.forEach(name -> database.sql("insert into sandbox.sample (name, made) values (?, ?)")
                        .params(name, changesAreThere)
                        .update());
            }
        });
    }

    /** Names of the samples that are still to be made. */
    List<String> toMake() {
        return database.sql("select name from sandbox.sample where not made")
                .query(String.class)
                .list();
    }

    /** A sample is where it is meant to be. */
    void made(String name) {
        database.sql("update sandbox.sample set made = true where name = ?")
                .params(name)
                .update();
    }
}
