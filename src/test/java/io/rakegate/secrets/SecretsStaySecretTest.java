package io.rakegate.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.rakegate.identity.Browser;
import io.rakegate.journey.ChangeOverHttp;
import io.rakegate.journey.FreePort;
import io.rakegate.journey.Rakegate;
import io.rakegate.journey.WholeApplication;
import io.rakegate.process.catalogue.UserTask;
import io.rakegate.support.Entered;
import io.rakegate.support.WithDatabase;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * The whole application with secrets that are easy to find again, and a change with texts that are: none of the secrets
 * is anywhere but in the configuration, and what people write and upload is in no log.
 */
@WholeApplication
@WithDatabase
@ExtendWith(OutputCaptureExtension.class)
@TestMethodOrder(OrderAnnotation.class)
@TestPropertySource(
        properties = {
            "rakegate.github.token=marker-github-token",
            "rakegate.github.webhook-secret=marker-webhook-secret",
            "rakegate.slack.bot-token=xoxb-marker-slack-token",
            "rakegate.http.metrics-token=marker-metrics-token",
            "spring.datasource.password=marker-database-password",
            "rakegate.identity.administrator.user-id=breakglass",
            "rakegate.identity.administrator.password=marker-administrator",
            "management.endpoints.web.exposure.include=*"
        })
class SecretsStaySecretTest {

    private static final List<String> SECRETS = List.of(
            "marker-github-token",
            "marker-webhook-secret",
            "marker-slack-token",
            "marker-metrics-token",
            "marker-database-password",
            "marker-administrator");

    /** What the creator answers and uploads. */
    private static final List<String> TEXTS =
            List.of("marker-answer", "marker-evidence", "marker-summary", "marker-log-pointer", "marker-reason");

    private static final String COMMAND = "bundle exec rake 'claims:backfill_regional_office[2000,live]'";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate database;

    @DynamicPropertySource
    static void port(DynamicPropertyRegistry properties) {
        int port = FreePort.choose();
        properties.add("server.port", () -> port);
    }

    @Test
    @Order(1)
    void noLogHasASecretAnAnswerOrEvidence(CapturedOutput output) {
        Rakegate rakegate = new Rakegate(port);
        ChangeOverHttp change = new ChangeOverHttp(rakegate, 1, COMMAND);
        change.start("creator").accepted();
        change.complete(
                        "creator",
                        UserTask.ANSWER_REQUIRED_QUESTIONS,
                        Map.of("findingAnswers", change.explanations("marker-answer: atomic per batch")))
                .accepted();
        change.taskId(UserTask.UPLOAD_LOCAL_EVIDENCE);
        String evidence = "/api/changes/sandbox/vets-api/1/evidence/local";
        rakegate.upload("creator", evidence, fields(), "run.log", "deployment_env=local\nmarker-evidence 42 rows\n")
                .accepted();
        Rakegate.Answer refused =
                rakegate.upload("creator", evidence, fields(), "run.log", "marker-evidence of 123-45-6789\n");
        Rakegate.Answer unkeepable = rakegate.post(
                "creator", "/api/changes/sandbox/vets-api/1/withdrawal", Map.of("reason", "marker-reason \0"));
        // somebody who does nothing else here: the engine takes no login of theirs for a while after this
        Browser.basic(port, "POST", "/engine-rest/task/count", "creator2", "wrong marker-password", "{}");
        Browser.basic(port, "POST", "/engine-rest/task/count", "creator", "creator", "{\"x\": marker-answer");

        assertThat(refused.status()).as("personal data").isEqualTo(422);
        assertThat(unkeepable.status()).as("a text with NUL").isEqualTo(400);
        assertThat(output.getAll())
                .isNotEmpty()
                .doesNotContain(SECRETS)
                .doesNotContain(TEXTS)
                .doesNotContain("marker-password");
    }

    @Test
    @Order(2)
    void noTableHasASecret() {
        for (String table : database.queryForList("""
                select table_name from information_schema.tables
                where table_schema = 'public' and table_type = 'BASE TABLE'
                """, String.class)) {
            for (String secret : SECRETS) {
                assertThat(database.queryForObject(
                                "select count(*) from \"%s\" t where t::text like ? or t::text like ?".formatted(table),
                                Long.class,
                                "%" + secret + "%",
                                "%" + hex(secret) + "%"))
                        .as("%s in %s", secret, table)
                        .isZero();
            }
        }
        assertThat(database.queryForObject(
                        "select count(*) from act_hi_varinst t where t::text like '%marker-answer%'", Long.class))
                .as("the search finds what is there")
                .isPositive();
    }

    @Test
    @Order(3)
    void noPageAndNoAnswerHasASecret() {
        Browser admin = Browser.of("admin", port);
        for (String path : List.of(
                "/login",
                "/error",
                "/changes",
                "/changes/sandbox/vets-api/1",
                "/api/changes",
                "/api/changes/sandbox/vets-api/1",
                "/api/changes/sandbox/vets-api/1/events",
                "/api/changes/x/y/z",
                "/v3/api-docs",
                "/sandbox/github",
                "/sandbox/slack/",
                "/engine-rest/variable-instance?deserializeValues=false",
                "/engine-rest/history/variable-instance",
                "/engine-rest/history/user-operation",
                "/engine-rest/telemetry/data",
                "/engine-rest/no-such-thing",
                "/actuator",
                "/actuator/env",
                "/actuator/configprops",
                "/actuator/beans",
                "/actuator/info",
                "/actuator/conditions",
                "/actuator/mappings",
                "/actuator/metrics",
                "/actuator/prometheus",
                "/actuator/env/rakegate.github.webhook-secret")) {
            HttpResponse<String> answer = admin.get(path, "application/json, text/html;q=0.9");

            assertThat(answer.body()).as(path).doesNotContain(SECRETS);
            assertThat(answer.headers().map().toString()).as(path).doesNotContain(SECRETS);
        }
    }

    @Test
    @Order(4)
    void theServerFetchesNoAddressThatSomebodyChooses() throws Exception {
        AtomicInteger visits = new AtomicInteger();
        HttpServer elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            visits.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
        });
        elsewhere.start();
        String address = "http://127.0.0.1:" + elsewhere.getAddress().getPort();
        Rakegate rakegate = new Rakegate(port);

        for (String link : List.of(
                address + "/sandbox/vets-api/pull/2",
                "http://localhost:" + port + "@" + address.substring(7) + "/sandbox/vets-api/pull/2",
                "http://localhost:" + port + "/sandbox/github/../../" + address + "/sandbox/vets-api/pull/2",
                "//" + address.substring(7) + "/sandbox/vets-api/pull/2",
                "file:///etc/passwd")) {
            assertThat(rakegate.post(
                                    "creator",
                                    "/api/changes",
                                    Map.of("pullRequest", link, "team", "benefits", "command", COMMAND))
                            .status())
                    .as(link)
                    .isEqualTo(422);
        }
        elsewhere.stop(0);

        assertThat(visits).hasValue(0);
    }

    private static Map<String, String> fields() {
        Map<String, String> fields = Entered.evidence(COMMAND);
        fields.put("logPointer", "marker-log-pointer");
        fields.put("summary", "marker-summary: every row was changed, and a second run changes none.");
        return fields;
    }

    private static String hex(String text) {
        return java.util.HexFormat.of().formatHex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
