package io.rakegate.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL server as an operating system installs it, with a login that needs its password.
 *
 * <p>Started once for all tests of a run on a free loopback port, from Debian's package. Tests get at it through
 * {@link WithServerDatabase}, which leaves them out where none is installed.
 */
public final class ServerDatabase {

    /** The login of the application, which is no superuser. */
    public static final String USER = "rakegate";

    /** Its password, with what needs care in configuration. */
    public static final String PASSWORD = "p@ss: w'rd%20";

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final AtomicInteger count = new AtomicInteger();

    private ServerDatabase() {}

    /** Where the newest installed server's programs are; empty if none is installed. */
    static Optional<Path> programs() {
        if (!Files.isDirectory(DEBIAN)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.comparing(
                            bin -> Integer.valueOf(bin.getParent().getFileName().toString())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of a new, empty database that belongs to {@link #USER}. */
    public static String empty() {
        String name = "server_" + count.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(Server.url("postgres"), "postgres", PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("create database %s owner %s".formatted(name, USER));
        } catch (SQLException e) {
            throw new IllegalStateException("The database could not be created", e);
        }
        return Server.url(name);
    }

    /** Gives a Spring context an empty database on the server, configured as an installation would. */
    public static final class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "spring.datasource.url=" + empty(),
                            "spring.datasource.username=" + USER,
                            "spring.datasource.password=" + PASSWORD)
                    .applyTo(context);
        }
    }

    /** Starts when the first test asks for a database, and ends with the run. */
    private static final class Server {

        private static final Path BIN = programs().orElseThrow();
        private static final int PORT = start();

        static String url(String database) {
            return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(PORT, database);
        }

        private static int start() {
            try {
                Path folder = Files.createTempDirectory("rakegate-postgresql");
                Path password = Files.writeString(folder.resolve("password"), PASSWORD);
                giveToPostgres(folder);
                String data = folder.resolve("data").toString();
                run("initdb", "-D", data, "-U", "postgres", "-A", "scram-sha-256", "--pwfile", password.toString());
                int port = freePort();
                String options = "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories=''".formatted(port);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(folder)));
                run("pg_ctl", "-D", data, "-l", data + ".log", "-w", "-o", options, "start");
                createUser(port);
                return port;
            } catch (IOException e) {
                throw new UncheckedIOException("The PostgreSQL server did not start", e);
            }
        }

        private static void createUser(int port) {
            try (Connection connection = DriverManager.getConnection(
                            "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port), "postgres", PASSWORD);
                    Statement statement = connection.createStatement()) {
                statement.execute("create role %s login password '%s'".formatted(USER, PASSWORD.replace("'", "''")));
            } catch (SQLException e) {
                throw new IllegalStateException("The login could not be created", e);
            }
        }

        private static void stop(Path folder) {
            try {
                run("pg_ctl", "-D", folder.resolve("data").toString(), "-m", "immediate", "stop");
                FileSystemUtils.deleteRecursively(folder);
            } catch (IOException e) {
                throw new UncheckedIOException("The PostgreSQL server did not stop", e);
            }
        }

        /** PostgreSQL refuses to run as root, so there it runs as the user that its package created. */
        private static void giveToPostgres(Path folder) throws IOException {
            if (isRoot()) {
                wait(new ProcessBuilder("chown", "-R", "postgres", folder.toString()));
            }
        }

        private static void run(String program, String... arguments) throws IOException {
            List<String> command = new ArrayList<>(isRoot() ? List.of("runuser", "-u", "postgres", "--") : List.of());
            command.add(BIN.resolve(program).toString());
            command.addAll(List.of(arguments));
            wait(new ProcessBuilder(command));
        }

        private static void wait(ProcessBuilder builder) throws IOException {
            // to a file: the server that pg_ctl leaves behind would keep a pipe open
            Path output = Files.createTempFile("rakegate-postgresql", ".log");
            Process process = builder.directory(new java.io.File("/"))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            try {
                if (process.waitFor() != 0) {
                    throw new IOException(builder.command() + " failed: " + Files.readString(output));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            } finally {
                Files.deleteIfExists(output);
            }
        }

        private static boolean isRoot() {
            return "root".equals(System.getProperty("user.name"));
        }

        private static int freePort() throws IOException {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            }
        }
    }
}
