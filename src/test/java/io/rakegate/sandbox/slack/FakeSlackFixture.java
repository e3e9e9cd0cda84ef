package io.rakegate.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.model.Message;
import io.rakegate.announcement.Announcements;
import io.rakegate.support.TestDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.List;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration;
import org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.util.TestSocketUtils;

/** The fake Slack on loopback, with its state in a real PostgreSQL, and ways to talk to it. */
@SpringBootTest(
        classes = FakeSlackFixture.Application.class,
        webEnvironment = WebEnvironment.DEFINED_PORT,
        properties = {
            "rakegate.sandbox.enabled=true",
            "rakegate.slack.bot-token=xoxb-sandbox",
            "rakegate.slack.channels.default=#platform-architecture",
            "rakegate.slack.channels.reminder=#rakegate-reminders",
            "spring.datasource.username=postgres",
            "spring.liquibase.enabled=false",
            "spring.security.user.name=lead",
            "spring.security.user.password=lead",
            "spring.mvc.problemdetails.enabled=true",
            "server.address=127.0.0.1"
        })
abstract class FakeSlackFixture {

    static final int PORT = TestSocketUtils.findAvailableTcpPort();
    static final String SERVER = "http://localhost:" + PORT;
    static final String API = SERVER + "/sandbox/slack/api/";
    static final String OUTAGES = SERVER + "/sandbox/slack/control/outages";
    static final String AS_LEAD = "Basic bGVhZDpsZWFk";
    static final String AS_APP = "Bearer xoxb-sandbox";
    static final String FORM = "application/x-www-form-urlencoded";

    @DynamicPropertySource
    static void onLoopback(DynamicPropertyRegistry properties) {
        properties.add("server.port", () -> PORT);
        properties.add("rakegate.slack.api-url", () -> API);
        properties.add("spring.datasource.url", TestDatabase::shared);
    }

    @Autowired
    Announcements announcements;

    @Autowired
    JdbcTemplate database;

    private final HttpClient http = HttpClient.newHttpClient();
    final MethodsClient slack = client("xoxb-sandbox");

    @BeforeEach
    void emptyTheChannels() {
        database.update("delete from sandbox.slack_message");
        database.update("delete from sandbox.slack_outage");
    }

    List<Message> messagesIn(String channel) {
        try {
            return slack.conversationsHistory(r -> r.channel(channel)).getMessages();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    void outage(String form) throws Exception {
        assertThat(send("POST", OUTAGES, AS_APP, FORM, form).statusCode()).isEqualTo(201);
    }

    String page(String path) throws Exception {
        HttpResponse<String> page = send("GET", SERVER + path, AS_LEAD, FORM, "");
        assertThat(page.statusCode()).isEqualTo(200);
        return page.body();
    }

    HttpResponse<String> send(String method, String address, String authorization, String type, String body)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", type);
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    static MethodsClient client(String token) {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(API);
        config.setStatsEnabled(false);
        return Slack.getInstance(config).methods(token);
    }

    /** Nothing but the fake Slack and its client; marked so that tests of the whole application do not find it. */
    @TestComponent
    @SpringBootApplication(
            scanBasePackages = {"io.rakegate.sandbox.slack", "io.rakegate.announcement"},
            exclude = {
                CamundaBpmAutoConfiguration.class,
                CamundaBpmRestJerseyAutoConfiguration.class,
                CamundaBpmWebappAutoConfiguration.class
            })
    @ConfigurationPropertiesScan("io.rakegate.announcement")
    static class Application {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        @Order(9)
        SecurityFilterChain everythingElse(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .httpBasic(Customizer.withDefaults())
                    .build();
        }
    }
}
