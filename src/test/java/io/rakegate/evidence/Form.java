package io.rakegate.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rakegate.pullrequest.PullRequestRef;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** An upload as a browser or curl sends it, byte by byte on the wire. */
final class Form {

    private static final String BOUNDARY = "------------------------d74496d66958873e";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> fields = new LinkedHashMap<>();
    private final List<Part> files = new ArrayList<>();
    private String person = "creator";

    private record Part(String name, String fileName, Supplier<InputStream> content) {}

    private Form() {}

    /** A form that is taken as it is, once it has a file. */
    static Form complete() {
        return new Form()
                .with("command", "bundle exec rake prod:fill_in_color")
                .with("summary", "All rows have a color now.");
    }

    Form with(String field, String value) {
        fields.put(field, value);
        return this;
    }

    Form without(String field) {
        fields.remove(field);
        return this;
    }

    Form by(String person) {
        this.person = person;
        return this;
    }

    Form file(String fileName, String content) {
        return file(fileName, content.getBytes(UTF_8));
    }

    Form file(String fileName, byte[] content) {
        return file("file", fileName, () -> new ByteArrayInputStream(content));
    }

    Form file(String part, String fileName, Supplier<InputStream> content) {
        files.add(new Part(part, fileName, content));
        return this;
    }

    Answer to(int port, PullRequestRef change, String environment) {
        return to(
                port,
                "/api/changes/%s/%s/%d/evidence/%s"
                        .formatted(change.owner(), change.repository(), change.number(), environment));
    }

    Answer to(int port, String path) {
        return send(request(port, path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofInputStream(this::body)));
    }

    Answer postJson(int port, String path, String json) {
        return send(request(port, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    Answer get(int port, String path) {
        return send(request(port, path));
    }

    /** What came back. */
    record Answer(HttpResponse<byte[]> response) {

        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String text() {
            return new String(response.body(), UTF_8);
        }

        JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException noJson) {
                throw new UncheckedIOException(text(), noJson);
            }
        }
    }

    private HttpRequest.Builder request(int port, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return person.isEmpty() ? request : request.header("X-Person", person);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private InputStream body() {
        List<InputStream> parts = new ArrayList<>();
        fields.forEach((name, value) -> parts.add(bytes(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(BOUNDARY, name, value))));
        for (Part file : files) {
            parts.add(bytes(
                    "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: text/plain\r\n\r\n"
                            .formatted(BOUNDARY, file.name(), file.fileName())));
            parts.add(file.content().get());
            parts.add(bytes("\r\n"));
        }
        parts.add(bytes("--" + BOUNDARY + "--\r\n"));
        return new SequenceInputStream(Collections.enumeration(parts));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
