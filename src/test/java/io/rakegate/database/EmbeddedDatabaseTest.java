package io.rakegate.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    /** Shared, so that PostgreSQL's binaries are unpacked once. */
    @TempDir(cleanup = CleanupMode.ALWAYS)
    static Path folder;

    @Test
    void keepsWhatWasStoredOverARestartAndForgetsItWhenToldTo() throws Exception {
        EmbeddedDatabaseProperties kept = new EmbeddedDatabaseProperties(folder.resolve("kept"), 0, false);
        EmbeddedDatabaseProperties fresh = new EmbeddedDatabaseProperties(folder.resolve("kept"), 0, true);

        try (EmbeddedDatabase first = EmbeddedDatabase.start(kept)) {
            execute(first, "create table change (id text); insert into change values ('o/r#1')");
        }

        try (EmbeddedDatabase second = EmbeddedDatabase.start(kept)) {
            assertThat(read(second, "select id from change")).isEqualTo("o/r#1");
        }
        try (EmbeddedDatabase third = EmbeddedDatabase.start(fresh)) {
            assertThat(read(third, "select to_regclass('change')")).isNull();
        }
    }

    @Test
    void isAsDurableAsAServerAndListensToThisMachineOnly() throws Exception {
        EmbeddedDatabaseProperties properties = new EmbeddedDatabaseProperties(folder.resolve("settings"), 0, false);

        try (EmbeddedDatabase database = EmbeddedDatabase.start(properties)) {

            assertThat(read(database, "show fsync")).isEqualTo("on");
            assertThat(read(database, "show synchronous_commit")).isEqualTo("on");
            assertThat(read(database, "show full_page_writes")).isEqualTo("on");
            assertThat(read(database, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(read(database, "show server_encoding")).isEqualTo("UTF8");
        }
    }

    @Test
    void letsNobodyInWithoutThePasswordThatOnlyTheOwnerCanRead() throws Exception {
        Path directory = folder.resolve("locked");
        Path passwordFile = folder.resolve("locked.password");

        try (EmbeddedDatabase database = EmbeddedDatabase.start(new EmbeddedDatabaseProperties(directory, 0, false))) {

            assertThat(Files.readString(passwordFile))
                    .isEqualTo(database.password())
                    .hasSizeGreaterThan(40);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(passwordFile)))
                    .isEqualTo("rw-------");
            assertThatExceptionOfType(SQLException.class).isThrownBy(() -> execute(database.jdbcUrl(), "", "select 1"));
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> execute(database.jdbcUrl(), "wrong", "select 1"));
        }
    }

    @Test
    void setsANewPasswordWhereItsFileWasLost() throws Exception {
        EmbeddedDatabaseProperties properties = new EmbeddedDatabaseProperties(folder.resolve("lost"), 0, false);
        String before;
        try (EmbeddedDatabase database = EmbeddedDatabase.start(properties)) {
            before = database.password();
        }
        Files.delete(folder.resolve("lost.password"));

        try (EmbeddedDatabase database = EmbeddedDatabase.start(properties)) {

            assertThat(read(database, "select 1")).isEqualTo("1");
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> execute(database.jdbcUrl(), before, "select 1"));
        }
    }

    @Test
    void takesOverTheDatabaseOfAnApplicationThatWasKilled() throws Exception {
        Path directory = folder.resolve("orphan");
        Process application = applicationOn(directory);
        String url = addressFrom(application);
        execute(
                url,
                EmbeddedPassword.of(directory).text(),
                "create table change (id text); insert into change values ('o/r#2')");

        application.destroyForcibly().waitFor();

        try (EmbeddedDatabase database = EmbeddedDatabase.start(new EmbeddedDatabaseProperties(directory, 0, false))) {
            assertThat(database.jdbcUrl()).isEqualTo(url);
            assertThat(read(database, "select id from change")).isEqualTo("o/r#2");
        }
        assertThat(RunningServer.portOf(directory)).isEmpty();
    }

    @Test
    void refusesAFolderThatAnotherApplicationUses() throws Exception {
        EmbeddedDatabaseProperties properties = new EmbeddedDatabaseProperties(folder.resolve("shared"), 0, false);

        try (EmbeddedDatabase running = EmbeddedDatabase.start(properties)) {

            assertThatExceptionOfType(DatabaseUnavailable.class)
                    .isThrownBy(() -> EmbeddedDatabase.start(properties))
                    .withMessageContaining("Another Rakegate is running")
                    .satisfies(
                            refusal -> assertThat(refusal.action()).contains("RAKEGATE_DATABASE_EMBEDDED_DIRECTORY"));
            assertThat(read(running, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void refusesThePortOfAnotherOnesDatabaseAndLeavesThatOneAlone() throws Exception {
        EmbeddedDatabaseProperties theirs = new EmbeddedDatabaseProperties(folder.resolve("theirs"), 0, false);

        try (EmbeddedDatabase running = EmbeddedDatabase.start(theirs)) {
            int port = RunningServer.portOf(theirs.directory()).orElseThrow();
            EmbeddedDatabaseProperties ours = new EmbeddedDatabaseProperties(folder.resolve("ours"), port, false);

            assertThatExceptionOfType(DatabaseUnavailable.class)
                    .isThrownBy(() -> EmbeddedDatabase.start(ours))
                    .withMessageContaining("Port " + port)
                    .satisfies(refusal -> assertThat(refusal.action()).contains("RAKEGATE_DATABASE_EMBEDDED_PORT"));
            assertThat(read(running, "select 1")).isEqualTo("1");
        }
    }

    private static Process applicationOn(Path directory) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledApplication.class.getName(),
                        directory.toString()))
                .redirectError(Redirect.DISCARD)
                .start();
    }

    private static String addressFrom(Process application) throws IOException {
        return application
                .inputReader()
                .lines()
                .filter(line -> line.startsWith("jdbc:"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the application did not start its database"));
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        execute(database.jdbcUrl(), database.password(), sql);
    }

    private static void execute(String url, String password, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, EmbeddedDatabase.USER, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String read(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), EmbeddedDatabase.USER, database.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Starts the database and never ends by itself. */
    static final class KilledApplication {

        public static void main(String[] args) throws Exception {
            EmbeddedDatabase database =
                    EmbeddedDatabase.start(new EmbeddedDatabaseProperties(Path.of(args[0]), 0, false));
            System.out.println(database.jdbcUrl());
            Thread.currentThread().join();
        }
    }
}
