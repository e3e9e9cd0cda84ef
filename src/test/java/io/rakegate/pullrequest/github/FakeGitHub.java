package io.rakegate.pullrequest.github;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** GitHub's side of the wire, answering with payloads in GitHub's shape from {@code src/test/resources/github}. */
final class FakeGitHub implements AutoCloseable {

    static final String HEAD = "1111111111111111111111111111111111111111";
    static final String REPO = "/repos/acme/vets-api";
    static final String TOKEN = "ghp_sample";

    private static final ObjectMapper JSON = new ObjectMapper();

    final WireMockServer server =
            new WireMockServer(wireMockConfig().bindAddress("127.0.0.1").dynamicPort());

    FakeGitHub() {
        server.start();
        server.stubFor(any(anyUrl())
                .atPriority(10)
                .willReturn(aResponse().withStatus(500).withBody("nobody told this server what to answer")));
    }

    /** Everything that one reading of pull request 7 asks for. */
    FakeGitHub withPullRequest() {
        answers(REPO + "/pulls/7", payload("pull.json"));
        answers(REPO + "/pulls/7/files?per_page=100", payload("files.json"));
        answers(REPO + "/pulls/7/commits?per_page=100", payload("commits.json"));
        answers(REPO + "/pulls/7/reviews?per_page=100", payload("reviews.json"));
        answers(
                REPO + "/commits?author=olga%40example.org&per_page=1",
                commitsOf("olga-operator", 3003, "olga@example.org"));
        answers(REPO + "/commits?author=nobody%40example.org&per_page=1", JSON.createArrayNode());
        answers(
                REPO + "/commits?author=pat%40example.org&per_page=1",
                commitsOf("pat-pairing", 4004, "Pat@example.org"));
        file("rakelib/prod/backfill_claims.rake", HEAD, "task backfill_claims: :environment do\nend\n");
        return this;
    }

    /** What the library asks for before it writes on pull request 7. */
    FakeGitHub withRepository() {
        answers(REPO, payload("repository.json"));
        answers(REPO + "/pulls/7", payload("pull.json"));
        answers("/user", payload("user.json"));
        return this;
    }

    static JsonNode commitsOf(String login, long id, String email) {
        ObjectNode commit = (ObjectNode) payload("commits.json").get(0);
        ((ObjectNode) commit.at("/commit/author")).put("email", email);
        commit.putObject("author").put("login", login).put("id", id).put("type", "User");
        return JSON.createArrayNode().add(commit);
    }

    void file(String path, String sha, String text) {
        file(path, sha, text.getBytes(StandardCharsets.UTF_8));
    }

    void file(String path, String sha, byte[] bytes) {
        ObjectNode content = JSON.createObjectNode()
                .put("type", "file")
                .put("encoding", "base64")
                .put("size", bytes.length)
                .put("name", path.substring(path.lastIndexOf('/') + 1))
                .put("path", path)
                .put("content", Base64.getMimeEncoder().encodeToString(bytes));
        answers(REPO + "/contents/" + path + "?ref=" + sha, content);
    }

    void answers(String url, JsonNode body) {
        server.stubFor(get(urlEqualTo(url)).willReturn(json(200, body)));
    }

    void on(MappingBuilder request) {
        server.stubFor(request);
    }

    static ResponseDefinitionBuilder json(int status, JsonNode body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json; charset=utf-8")
                .withBody(body.toString());
    }

    /** A payload by the name of its file. */
    static JsonNode payload(String name) {
        try (InputStream file = Objects.requireNonNull(FakeGitHub.class.getResourceAsStream("/github/" + name), name)) {
            return JSON.readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static ObjectNode object(String payload) {
        return (ObjectNode) payload(payload);
    }

    static JsonNode node(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    /** Everything that was asked, oldest first, as "GET /path". */
    List<String> asked() {
        return requests().stream()
                .map(request -> request.getMethod() + " " + request.getUrl())
                .toList();
    }

    /** Everything that was written, oldest first, as "POST /path". */
    List<String> written() {
        return asked().stream().filter(line -> !line.startsWith("GET ")).toList();
    }

    List<LoggedRequest> requests() {
        List<LoggedRequest> newestFirst = server.getAllServeEvents().stream()
                .map(event -> LoggedRequest.createFrom(event.getRequest()))
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    JsonNode sent(String line) {
        return requests().stream()
                .filter(request -> (request.getMethod() + " " + request.getUrl()).equals(line))
                .reduce((first, last) -> last)
                .map(request -> node(request.getBodyAsString()))
                .orElseThrow();
    }

    GitHubProperties withToken() {
        return properties(TOKEN, "", "");
    }

    GitHubProperties properties(String token, String appId, String appPrivateKey) {
        return new GitHubProperties(
                server.baseUrl(),
                "https://github.com",
                token,
                appId,
                appPrivateKey,
                "It's a Secret to Everybody",
                List.of("acme/vets-api"),
                Duration.ofSeconds(10),
                Duration.ofDays(30));
    }

    GitHubPullRequests pullRequests() {
        return pullRequests(withToken(), Clock.systemUTC());
    }

    static GitHubPullRequests pullRequests(GitHubProperties properties, Clock clock) {
        return new GitHubPullRequests(properties, new GitHubConnection(properties, clock));
    }

    @Override
    public void close() {
        server.stop();
    }
}
