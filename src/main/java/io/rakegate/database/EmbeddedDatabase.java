package io.rakegate.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL that runs beside the application and keeps its data in a folder.
 *
 * <p>It is as durable as a server: a commit is on the disk before it is answered. When the application was killed, its
 * database may still be running; the next start takes it over.
 */
final class EmbeddedDatabase implements AutoCloseable {

    static final String USER = "postgres";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String NAME = "rakegate";
    private static final Duration START_UP_WAIT = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;

    private EmbeddedDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts the database, or takes over the one that an earlier, killed application left running.
     *
     * @throws DatabaseUnavailable if it cannot be started, with what to do about it
     */
    static EmbeddedDatabase start(EmbeddedDatabaseProperties properties) {
        Path directory = properties.directory().toAbsolutePath().normalize();
        log.info("Starting the embedded PostgreSQL; its data is kept in {}", directory);

        EmbeddedDatabase database = new EmbeddedDatabase(startServer(directory, properties.port()));
        try {
            database.refuseAnotherOnesServer(directory);
            database.createIfMissing(properties.fresh());
        } catch (DatabaseUnavailable e) {
            database.close();
            throw e;
        } catch (SQLException | IOException e) {
            database.close();
            throw new DatabaseUnavailable(
                    "The embedded PostgreSQL in %s does not answer as it should: %s"
                            .formatted(directory, e.getMessage()),
                    "Its own log is %s.".formatted(logOf(directory)),
                    e);
        }
        log.info("The embedded PostgreSQL is ready: {}", database.jdbcUrl());
        return database;
    }

    /** The address of Rakegate's database in it. */
    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), NAME);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            log.warn("The embedded PostgreSQL could not be stopped; the next start takes it over", e);
        }
    }

    private static EmbeddedPostgres startServer(Path directory, int configuredPort) {
        try {
            Files.createDirectories(directory);
            int port = RunningServer.portOf(directory).orElse(configuredPort);
            return serverOn(directory, port).start();
        } catch (OverlappingFileLockException e) {
            throw inUse(directory, e);
        } catch (IllegalStateException e) {
            if (e.getMessage() != null && e.getMessage().startsWith("could not lock")) {
                throw inUse(directory, e);
            }
            throw notStarted(directory, e);
        } catch (IOException e) {
            throw notStarted(directory, e);
        }
    }

    private static EmbeddedPostgres.Builder serverOn(Path directory, int port) {
        Redirect toLog = Redirect.appendTo(logOf(directory).toFile());
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                // not in the data directory: that has to be empty the first time
                .setOverrideWorkingDirectory(
                        directory.resolveSibling("postgres-binaries").toFile())
                .setErrorRedirector(toLog)
                .setOutputRedirector(toLog)
                // it is closed after the last connection, not somewhere during the shutdown
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setPGStartupWait(START_UP_WAIT);
    }

    private static DatabaseUnavailable inUse(Path directory, RuntimeException cause) {
        return new DatabaseUnavailable(
                "Another Rakegate is running on the embedded database in %s.".formatted(directory),
                "Stop it, or give this one its own folder and port: RAKEGATE_DATABASE_EMBEDDED_DIRECTORY and"
                        + " RAKEGATE_DATABASE_EMBEDDED_PORT.",
                cause);
    }

    private static DatabaseUnavailable notStarted(Path directory, Exception cause) {
        return new DatabaseUnavailable(
                "The embedded PostgreSQL could not be started in %s: %s".formatted(directory, cause.getMessage()),
                "Its own log is %s. If the port is taken, set RAKEGATE_DATABASE_EMBEDDED_PORT; to use a database of yours, set SPRING_DATASOURCE_URL."
                        .formatted(logOf(directory)),
                cause);
    }

    /** The library is content with any PostgreSQL that answers on the port, also with that of another checkout. */
    private void refuseAnotherOnesServer(Path directory) throws SQLException, IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show data_directory")) {
            row.next();
            Path answering = Path.of(row.getString(1));
            if (!Files.isSameFile(answering, directory)) {
                throw new DatabaseUnavailable(
                        "Port %d belongs to the PostgreSQL in %s, not to the one in %s."
                                .formatted(server.getPort(), answering, directory),
                        "Stop the other one, or set RAKEGATE_DATABASE_EMBEDDED_PORT.");
            }
        }
    }

    private void createIfMissing(boolean fresh) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            if (fresh) {
                log.info("Starting afresh: what the embedded database held is thrown away");
                statement.execute("drop database if exists %s with (force)".formatted(NAME));
            }
            try (ResultSet found =
                    statement.executeQuery("select 1 from pg_database where datname = '%s'".formatted(NAME))) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create database " + NAME);
        }
    }

    private static Path logOf(Path directory) {
        return directory.resolveSibling(directory.getFileName() + ".log");
    }
}
