package io.rakegate.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import liquibase.Scope;
import liquibase.integration.spring.SpringLiquibase;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.DefaultResourceLoader;

/**
 * One real PostgreSQL for all tests of a run, and as many databases in it as they want.
 *
 * <p>A database is a copy of one that was migrated once, so it is there in a moment. For a Spring test use {@link
 * WithDatabase} or {@link EngineTest}; without Spring take {@link #migrated()}.
 */
public final class TestDatabase {

    private static final String TEMPLATE = "rakegate_template";
    private static final AtomicInteger count = new AtomicInteger();

    static {
        startSeveralNodesInOneVirtualMachine();
    }

    private TestDatabase() {}

    /** The address of a new database that has every table and no row. */
    public static String migrated() {
        Template.prepare();
        return create(" template " + TEMPLATE);
    }

    /** The address of a new database with nothing in it. */
    public static String empty() {
        return create("");
    }

    /** The address of a database without our tables, the same for all tests that only need some database. */
    public static String shared() {
        return Shared.URL;
    }

    /** Where the library unpacks PostgreSQL to, once for all runs on this machine. */
    public static Path binaries() throws IOException {
        return Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), "embedded-pg"));
    }

    /** A source of connections, without a pool, to a database of this class. */
    public static DataSource dataSource(String url) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url);
        return dataSource;
    }

    /** Liquibase keeps one scope for all threads otherwise; it has no other way than the one it advises against. */
    @SuppressWarnings("deprecation")
    private static void startSeveralNodesInOneVirtualMachine() {
        Scope.setScopeManager(new liquibase.ThreadLocalScopeManager());
    }

    /** The address of a copy of a database that nobody is connected to any more. */
    public static String copyOf(String url) {
        return create(" template " + url.replaceFirst(".*/", "").replaceFirst("[?].*", ""));
    }

    private static String create(String how) {
        String name = "test_" + count.incrementAndGet();
        execute("create database " + name + how);
        return urlOf(name);
    }

    private static String urlOf(String name) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=postgres".formatted(Server.POSTGRES.getPort(), name);
    }

    private static void execute(String sql) {
        try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Gives a Spring context a database of its own. */
    public static final class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of("spring.datasource.url=" + migrated()).applyTo(context);
        }
    }

    /** Starts when the first test asks for a database, and ends with the run. */
    private static final class Server {

        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .setServerConfig("unix_socket_directories", "")
                        // gone with the run in any case
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("The PostgreSQL for the tests did not start", e);
            }
        }
    }

    private static final class Shared {

        static final String URL = empty();
    }

    /** The database that the others are copies of. */
    private static final class Template {

        static {
            execute("create database " + TEMPLATE);
            SpringLiquibase liquibase = new SpringLiquibase();
            liquibase.setDataSource(dataSource(urlOf(TEMPLATE)));
            liquibase.setChangeLog("classpath:db/changelog/master.xml");
            liquibase.setResourceLoader(new DefaultResourceLoader());
            try {
                liquibase.afterPropertiesSet();
            } catch (liquibase.exception.LiquibaseException e) {
                throw new IllegalStateException("The migrations failed", e);
            }
        }

        static void prepare() {
            // loading the class has done it, once
        }
    }
}
