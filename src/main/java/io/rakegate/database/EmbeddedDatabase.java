package io.rakegate.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.OptionalInt;
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
    private final EmbeddedPassword password;

    private EmbeddedDatabase(EmbeddedPostgres server, EmbeddedPassword password) {
        this.server = server;
        this.password = password;
    }

    /**
     * Starts the database, or takes over the one that an earlier, killed application left running.
     *
     * @throws DatabaseUnavailable if it cannot be started, with what to do about it
     */
    static EmbeddedDatabase start(EmbeddedDatabaseProperties properties) {
        Path directory = properties.directory().toAbsolutePath().normalize();
        log.info("Starting the embedded PostgreSQL; its data is kept in {}", directory);

        EmbeddedDatabase database = startIn(directory, properties.port());
        try {
            database.prepare(directory, properties.fresh());
        } catch (DatabaseUnavailable e) {
            database.close();
            throw e;
        } catch (SQLException | IOException e) {
            database.close();
            throw Refusals.doesNotAnswer(directory, e);
        }
        log.info("The embedded PostgreSQL is ready: {}", database.jdbcUrl());
        return database;
    }

    /** The address of Rakegate's database in it. */
    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), NAME);
    }

    /** The password of {@link #USER}. */
    String password() {
        return password.text();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            log.warn("The embedded PostgreSQL could not be stopped; the next start takes it over", e);
        }
    }

    private static EmbeddedDatabase startIn(Path directory, int configuredPort) {
        try {
            Files.createDirectories(directory);
            EmbeddedPassword password = EmbeddedPassword.of(directory);
            int port = portFor(directory, configuredPort);
            return new EmbeddedDatabase(serverOn(directory, port, password).start(), password);
        } catch (OverlappingFileLockException e) {
            throw Refusals.inUse(directory, e);
        } catch (IllegalStateException e) {
            if (e.getMessage() != null && e.getMessage().startsWith("could not lock")) {
                throw Refusals.inUse(directory, e);
            }
            throw Refusals.notStarted(directory, e);
        } catch (IOException | UncheckedIOException e) {
            throw Refusals.notStarted(directory, e);
        }
    }

    private static int portFor(Path directory, int configured) throws IOException {
        OptionalInt running = RunningServer.portOf(directory);
        if (running.isEmpty() && configured != 0 && RunningServer.isTaken(configured)) {
            throw Refusals.portTaken(configured);
        }
        return running.orElse(configured);
    }

    private static EmbeddedPostgres.Builder serverOn(Path directory, int port, EmbeddedPassword password) {
        Redirect toLog = Redirect.appendTo(Refusals.logOf(directory).toFile());
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
                .setConnectConfig("password", password.text())
                .setDataDirectoryCustomizer(data -> openOnce(password, data.toPath()))
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

    private static void openOnce(EmbeddedPassword password, Path data) {
        try {
            password.letTheOwnerInOnceIfItIsNew(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void prepare(Path directory, boolean fresh) throws SQLException, IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            refuseAnotherOnesServer(statement, directory);
            password.demand(connection, directory);
            createIfMissing(statement, fresh);
        }
    }

    /** The library is content with any PostgreSQL that answers on the port, also with that of another checkout. */
    private void refuseAnotherOnesServer(Statement statement, Path directory) throws SQLException, IOException {
        try (ResultSet row = statement.executeQuery("show data_directory")) {
            row.next();
            Path answering = Path.of(row.getString(1));
            if (!Files.isSameFile(answering, directory)) {
                throw Refusals.portTaken(server.getPort());
            }
        }
    }

    private static void createIfMissing(Statement statement, boolean fresh) throws SQLException {
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
