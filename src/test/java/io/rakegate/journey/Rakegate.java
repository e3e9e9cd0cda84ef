package io.rakegate.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A running Rakegate as programs outside use it. */
public final class Rakegate {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String BOUNDARY = "journey-boundary";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;

    public Rakegate(int port) {
        this.base = "http://localhost:" + port;
    }

    /** What the server answered. */
    public record Answer(int status, JsonNode body) {

        /** The body of an answer that is no refusal. */
        public JsonNode accepted() {
            if (status >= 300) {
                throw new AssertionError("The server answered " + status + ": " + body);
            }
            return body;
        }
    }

    /** Its address, without a slash at the end. */
    public String base() {
        return base;
    }

    /** Asks as one of the sandbox's people. */
    public Answer get(String person, String path) {
        return send(as(person, path).GET());
    }

    /** Sends JSON as one of the sandbox's people. */
    public Answer post(String person, String path, Map<String, ?> body) {
        return send(
                as(person, path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(text(body))));
    }

    /** Sends a request of any kind, with JSON, as one of the sandbox's people. */
    public Answer send(String person, String method, String path, Map<String, ?> body) {
        return send(as(person, path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(text(body))));
    }

    /** Uploads a file with its fields as one of the sandbox's people. */
    public Answer upload(String person, String path, Map<String, String> fields, String fileName, String content) {
        StringBuilder form = new StringBuilder();
        fields.forEach((name, value) -> form.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(BOUNDARY, name, value)));
        form.append("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                .formatted(BOUNDARY, fileName));
        form.append("Content-Type: text/plain\r\n\r\n%s\r\n--%s--\r\n".formatted(content, BOUNDARY));
        return send(as(person, path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(form.toString())));
    }

    /** Asks one of the sandbox's services, as a program with its token. */
    public JsonNode service(String token, String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                        .header("Authorization", "Bearer " + token)
                        .GET())
                .accepted();
    }

    /** What a page or an interface answers that speaks no JSON, with its status before it. */
    public String text(String person, String path) {
        return sent(
                as(person, path).setHeader("Accept", "*/*").GET(),
                response -> response.statusCode() + " " + response.body());
    }

    /** Delivers an event as GitHub does, signed with the sandbox's secret; returns the status of the answer. */
    public int deliver(String event, String body) {
        return sent(
                HttpRequest.newBuilder(URI.create(base + "/webhooks/github"))
                        .header("Content-Type", "application/json")
                        .header("X-GitHub-Event", event)
                        .header("X-GitHub-Delivery", UUID.randomUUID().toString())
                        .header("X-Hub-Signature-256", signature(body))
                        .POST(BodyPublishers.ofString(body)),
                HttpResponse::statusCode);
    }

    static String signature(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("sandbox-webhook-secret".getBytes(UTF_8), mac.getAlgorithm()));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private HttpRequest.Builder as(String person, String path) {
        String credentials = Base64.getEncoder().encodeToString((person + ":" + person).getBytes(UTF_8));
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(60))
                .header("Accept", "application/json")
                .header("Authorization", "Basic " + credentials);
    }

    private Answer send(HttpRequest.Builder request) {
        return sent(request, response -> {
            boolean hasJson = response.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.contains("json"))
                    .isPresent();
            return new Answer(response.statusCode(), json(hasJson ? response.body() : ""));
        });
    }

    private <T> T sent(HttpRequest.Builder request, Function<HttpResponse<String>, T> read) {
        try {
            return read.apply(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String text(Map<String, ?> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
