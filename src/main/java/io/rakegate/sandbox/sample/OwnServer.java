package io.rakegate.sandbox.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.rakegate.sandbox.github.InSandbox;
import io.rakegate.sandbox.github.OwnAddress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** This server as a program outside sees it: HTTP on loopback with the name and password of one of the sandbox's people. */
@InSandbox
@Component("sandboxSampleServer")
class OwnServer {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final JsonMapper json = new JsonMapper();
    private final Environment environment;

    OwnServer(Environment environment) {
        this.environment = environment;
    }

    /**
     * An answer.
     *
     * @param status HTTP status
     * @param body what came with it; a missing node if it was empty or no JSON
     */
    record Answer(int status, JsonNode body) {

        boolean ok() {
            return status < 300;
        }
    }

    Answer get(String person, String path) throws IOException, InterruptedException {
        return send(as(person, path).GET());
    }

    Answer post(String person, String path, Map<String, ?> body) throws IOException, InterruptedException {
        return send(as(person, path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    /** Sends a form with one text file in a part named {@code file}. */
    Answer upload(String person, String path, Map<String, String> fields, String fileName, String text)
            throws IOException, InterruptedException {
        String boundary = "sample-" + UUID.randomUUID();
        StringBuilder form = new StringBuilder();
        fields.forEach((name, value) -> form.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(boundary, name, value)));
        form.append("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                .formatted(boundary, fileName));
        form.append("Content-Type: text/plain\r\n\r\n%s\r\n--%s--\r\n".formatted(text, boundary));
        return send(as(person, path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(form.toString())));
    }

    private HttpRequest.Builder as(String person, String path) {
        String credentials = Base64.getEncoder().encodeToString((person + ":" + person).getBytes(UTF_8));
        return HttpRequest.newBuilder(URI.create(OwnAddress.of(environment) + path))
                .timeout(TIMEOUT)
                .header("Accept", "application/json")
                .header("Authorization", "Basic " + credentials);
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = http.send(request.build(), BodyHandlers.ofString());
        boolean hasJson = response.headers()
                .firstValue("Content-Type")
                .filter(type -> type.contains("json"))
                .isPresent();
        return new Answer(response.statusCode(), json.readTree(hasJson ? response.body() : ""));
    }
}
