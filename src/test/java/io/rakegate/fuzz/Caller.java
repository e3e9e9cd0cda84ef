package io.rakegate.fuzz;

import io.rakegate.identity.Browser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Sends requests as somebody, to this machine only, and keeps what no answer may be. */
final class Caller {

    private static final Pattern STACK_TRACE =
            Pattern.compile("(\\n|\\\\n)(\\t|\\\\t|\\s+)at [a-z]|PSQLException|### (Error|Cause)|Caused by:");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final int port;
    private final Map<String, Browser> sessions = new LinkedHashMap<>();
    private final Map<String, String> failures = new TreeMap<>();
    private final Map<Integer, Integer> answers = new TreeMap<>();

    Caller(int port) {
        this.port = port;
    }

    /** Opens a session for the engine's web applications; nobody has one too, without a login. */
    void logIn(String person) {
        Browser browser = person.isEmpty() ? new Browser(port) : Browser.of(person, port);
        browser.page("/camunda/app/tasklist/default/");
        sessions.put(person, browser);
    }

    /** Sends it, and keeps the answer if it is an error of the server or shows a stack trace. */
    void send(String person, Operation operation, BadInput input) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + input.address()))
                .timeout(Duration.ofSeconds(60))
                .header("Accept", input.accept())
                .header("Content-Type", input.type())
                .method(
                        input.method(),
                        input.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(input.body()));
        String failure;
        try {
            HttpResponse<String> answer =
                    input.address().startsWith("/camunda/") ? inSession(person, request) : asProgram(person, request);
            answers.merge(answer.statusCode(), 1, Integer::sum);
            failure = wrongWith(answer);
        } catch (UncheckedIOException e) {
            failure = "no answer: " + e;
        }
        if (!failure.isEmpty()) {
            failures.putIfAbsent(
                    input.method() + " " + operation, "%n'%s' %s%n    -> %s".formatted(person, input, failure));
        }
    }

    private static String wrongWith(HttpResponse<String> answer) {
        String text = String.valueOf(answer.body());
        boolean wrong = answer.statusCode() >= 500 || STACK_TRACE.matcher(text).find();
        return wrong ? answer.statusCode() + " " + text.substring(0, Math.min(400, text.length())) : "";
    }

    private HttpResponse<String> inSession(String person, HttpRequest.Builder request) {
        Browser session = sessions.get(person);
        return session.send(request.header("X-XSRF-TOKEN", String.valueOf(session.cookie("XSRF-TOKEN"))));
    }

    private HttpResponse<String> asProgram(String person, HttpRequest.Builder request) {
        if (!person.isEmpty()) {
            request.header("Authorization", Browser.credentials(person));
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What was wrong, once for each operation and verb. */
    Collection<String> failures() {
        return failures.values();
    }

    /** How many answers there were of each status. */
    Map<Integer, Integer> answers() {
        return answers;
    }
}
