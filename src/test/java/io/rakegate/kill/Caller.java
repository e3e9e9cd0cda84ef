package io.rakegate.kill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Calls the application as somebody; an application that is just being killed answers nothing, which is no failure. */
final class Caller {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String BOUNDARY = "evidence-boundary";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final String base;

    Caller(String base) {
        this.base = base;
    }

    String base() {
        return base;
    }

    Optional<JsonNode> get(String user, String path) {
        return send(request(user, path).GET());
    }

    Optional<JsonNode> post(String user, String path, Map<String, ?> body) {
        return send(request(user, path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json(body))));
    }

    /** Uploads a small log as evidence. */
    Optional<JsonNode> upload(String user, String path, Map<String, String> fields, String log) {
        StringBuilder parts = new StringBuilder();
        fields.forEach((name, value) -> parts.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        parts.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"run.log\"\r\n"
                        + "Content-Type: text/plain\r\n\r\n")
                .append(log)
                .append("\r\n--" + BOUNDARY + "--\r\n");
        return send(request(user, path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(parts.toString())));
    }

    private HttpRequest.Builder request(String user, String path) {
        String credentials = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Basic " + credentials);
    }

    private Optional<JsonNode> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 400 && response.statusCode() < 500) {
                throw new AssertionError(
                        response.request().uri() + " answered " + response.statusCode() + ": " + response.body());
            }
            return response.statusCode() >= 500
                    ? Optional.empty()
                    : Optional.of(JSON.readTree(response.body().isEmpty() ? "{}" : response.body()));
        } catch (IOException gone) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String json(Map<String, ?> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
