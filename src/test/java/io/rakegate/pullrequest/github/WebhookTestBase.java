package io.rakegate.pullrequest.github;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** The webhook with a database and a listener, and nothing else of the application. */
abstract class WebhookTestBase {

    static final String SECRET = "It's a Secret to Everybody";
    static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    private static AnnotationConfigApplicationContext context;

    @Configuration(proxyBeanMethods = false)
    @Import({DeliveryDatabase.class, Deliveries.class, WebhookController.class, Listener.class})
    static class OnlyWebhook {
        @Bean
        SetClock clock() {
            return new SetClock(NOW);
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        GitHubProperties properties() {
            return propertiesWith(SECRET);
        }
    }

    /** Stands for whoever listens in the application. */
    static class Listener {
        final ConcurrentLinkedQueue<Object> heard = new ConcurrentLinkedQueue<>();
        volatile Consumer<Object> reaction = event -> {};

        @EventListener
        void hear(Record event) {
            reaction.accept(event);
            heard.add(event);
        }
    }

    @BeforeAll
    static void start() {
        context = new AnnotationConfigApplicationContext(OnlyWebhook.class);
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @BeforeEach
    void forget() {
        jdbc().sql("delete from github_delivery").update();
        bean(MeterRegistry.class).clear();
        bean(SetClock.class).set(NOW);
        listener().heard.clear();
        listener().reaction = event -> {};
    }

    static <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    static Listener listener() {
        return bean(Listener.class);
    }

    static JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    static List<String> recorded() {
        return jdbc().sql("select id from github_delivery order by id")
                .query(String.class)
                .list();
    }

    static GitHubProperties propertiesWith(String secret) {
        return new GitHubProperties(
                "https://api.github.com",
                "",
                "ghp_sample",
                "",
                "",
                secret,
                List.of("Acme/vets-api", "Codertocat/Hello-World"),
                Duration.ofSeconds(10),
                Duration.ofDays(30));
    }

    /** A controller with counters of its own. */
    static MockMvc webhook() {
        return webhook(SECRET);
    }

    static MockMvc webhook(String secret) {
        return MockMvcBuilders.standaloneSetup(new WebhookController(
                        propertiesWith(secret), bean(Deliveries.class), bean(MeterRegistry.class)))
                .build();
    }

    static Map<String, Double> counted() {
        return bean(MeterRegistry.class).find("rakegate.github.webhook").counters().stream()
                .filter(counter -> counter.count() > 0)
                .collect(Collectors.toMap(counter -> counter.getId().getTag("stage"), counter -> counter.count()));
    }

    static MockHttpServletRequestBuilder delivery(String event, String body) {
        return delivery(event, body.getBytes(StandardCharsets.UTF_8));
    }

    static MockHttpServletRequestBuilder delivery(String event, byte[] body) {
        return post("/webhooks/github")
                .contentType("application/json")
                .header("X-GitHub-Event", event)
                .header("X-GitHub-Delivery", UUID.randomUUID().toString())
                .header("X-Hub-Signature-256", signature(body))
                .content(body);
    }

    static String signature(byte[] body) {
        return "sha256=" + HexFormat.of().formatHex(WebhookSignature.mac(SECRET).doFinal(body));
    }

    static MockHttpServletResponse send(MockHttpServletRequestBuilder delivery) throws Exception {
        return webhook().perform(delivery).andReturn().getResponse();
    }
}
