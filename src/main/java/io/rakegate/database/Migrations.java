package io.rakegate.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import liquibase.Liquibase;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringLiquibase;

/**
 * Creates and upgrades the schema, the engine's and ours, one node at a time.
 *
 * <p>Liquibase's own lock is a row: it stays when the node that holds it is killed, and it cannot guard its own
 * creation. A lock of the database's session does both, so it is taken first and makes a leftover row recognisable.
 */
final class Migrations extends SpringLiquibase {

    /** Any number that nothing else in this database locks: the letters "rakegate". */
    private static final long LOCK = 0x72616b6567617465L;

    @Override
    protected void performUpdate(Liquibase liquibase) throws LiquibaseException {
        try (Connection connection = getDataSource().getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
                liquibase.forceReleaseLocks();
                super.performUpdate(liquibase);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new LiquibaseException("The lock that lets one node at a time change the schema failed", e);
        }
    }
}
