package io.rakegate.sandbox.github.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rakegate.sandbox.github.Accounts;
import io.rakegate.sandbox.github.Happening;
import io.rakegate.sandbox.github.InSandbox;
import io.rakegate.sandbox.github.OwnAddress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The webhook that Rakegate is told by what people do on the sandbox's GitHub: over HTTP and signed, one delivery after the
 * other, each once, as GitHub does. A delivery that fails is not sent again, and Rakegate looks again by itself some time
 * later. Left out is what Rakegate does there itself, and that a pull request was opened, so that people can try to start
 * its change.
 */
@InSandbox
@Component("sandboxGitHubWebhookDelivery")
class WebhookDelivery implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(WebhookDelivery.class);

    /** GitHub waits no longer for an answer. */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final WebhookJson json;
    private final Environment environment;
    private final String secret;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final ExecutorService deliveries = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "sandbox-github-webhook");
        thread.setDaemon(true);
        return thread;
    });

    WebhookDelivery(
            WebhookJson json, Environment environment, @Value("${rakegate.github.webhook-secret:}") String secret) {
        this.json = json;
        this.environment = environment;
        this.secret = secret;
    }

    /**
     * Sends what happened once it is stored. Nobody listens where no secret is set; what the start itself puts there is no
     * news.
     */
    @EventListener
    void on(Happening happening) {
        boolean byRakegate = happening.sender().equals(Accounts.RAKEGATE.login());
        boolean inRequest = RequestContextHolder.getRequestAttributes() != null;
        if (secret.isBlank() || byRakegate || !inRequest) {
            return;
        }
        HttpRequest delivery = delivery(happening.event(), json.of(happening).toString());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                putInLine(delivery, happening);
            }
        });
    }

    private void putInLine(HttpRequest delivery, Happening happening) {
        try {
            deliveries.execute(() -> send(delivery, happening));
        } catch (RejectedExecutionException ends) {
            log.debug("The application ends before it is told of {}.", happening, ends);
        }
    }

    private HttpRequest delivery(String event, String body) {
        return HttpRequest.newBuilder(URI.create(OwnAddress.of(environment) + "/webhooks/github"))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header("User-Agent", "GitHub-Hookshot/sandbox")
                .header("X-GitHub-Event", event)
                .header("X-GitHub-Delivery", UUID.randomUUID().toString())
                .header("X-Hub-Signature-256", "sha256=" + signature(body))
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private void send(HttpRequest delivery, Happening happening) {
        try {
            int status = http.send(delivery, BodyHandlers.discarding()).statusCode();
            if (status >= 300) {
                log.warn("The delivery of {} was answered {}. It is looked at again later anyway.", happening, status);
            }
        } catch (IOException failed) {
            log.warn("The delivery of {} failed. It is looked at again later anyway.", happening, failed);
        } catch (InterruptedException ends) {
            Thread.currentThread().interrupt();
        }
    }

    private String signature(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), mac.getAlgorithm()));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HmacSHA256.", impossible);
        }
    }

    @Override
    public void destroy() {
        deliveries.shutdownNow();
    }
}
