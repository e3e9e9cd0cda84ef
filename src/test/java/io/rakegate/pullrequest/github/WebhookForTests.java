package io.rakegate.pullrequest.github;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletRequest;

/** The webhook for tests of other rooms: GitHub's deliveries come in as they do in the application, with signatures. */
@TestConfiguration(proxyBeanMethods = false)
@Import({Deliveries.class, WebhookController.class})
public class WebhookForTests {

    private static final String SECRET = "It's a Secret to Everybody";

    @Bean
    GitHubProperties gitHubProperties() {
        return new GitHubProperties(
                "https://api.github.com",
                "",
                "ghp_sample",
                "",
                "",
                SECRET,
                List.of("acme/vets-api"),
                Duration.ofSeconds(10),
                Duration.ofDays(30));
    }

    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    @Bean
    GitHubWebhook gitHubWebhook(WebhookController controller) {
        return (event, id, body) -> {
            MockHttpServletRequest request = new MockHttpServletRequest("POST", "/webhooks/github");
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            request.setContentType("application/json");
            request.setContent(bytes);
            request.addHeader("X-GitHub-Event", event);
            request.addHeader("X-GitHub-Delivery", id);
            request.addHeader(
                    "X-Hub-Signature-256",
                    "sha256="
                            + HexFormat.of()
                                    .formatHex(WebhookSignature.mac(SECRET).doFinal(bytes)));
            return controller.receive(request).getStatusCode().value();
        };
    }

    /** GitHub at the other end. */
    public interface GitHubWebhook {

        /** Delivers an event; returns the status of the answer. */
        int deliver(String event, String id, String body);
    }
}
