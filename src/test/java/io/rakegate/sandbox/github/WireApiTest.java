package io.rakegate.sandbox.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rakegate.pullrequest.PullRequestRef;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnSandboxGitHub
class WireApiTest {

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    @LocalServerPort
    private int port;

    @Autowired
    private FakeGitHub gitHub;

    @Autowired
    private Outages outages;

    @AfterEach
    void noOutage() {
        outages.set(new Outages.Outage(0, 0, 0));
    }

    @Test
    void aCallWithoutTheTokenIsRefusedInGitHubsShape() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(api("/user")).build();

        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(json.readTree(answer.body()).path("message").asText()).isEqualTo("Bad credentials");
    }

    @Test
    void theTokenBelongsToABot() throws Exception {
        JsonNode user = read("/user");

        assertThat(user.path("login").asText()).isEqualTo("rakegate-sandbox");
        assertThat(user.path("id").asLong()).isEqualTo(1);
        assertThat(user.path("type").asText()).isEqualTo("Bot");
    }

    @Test
    void aPullRequestIsReadWithItsFilesAndCommits() throws Exception {
        PullRequestRef ref = opened("rakelib/prod/one.rake", "task one: :environment\n");

        JsonNode pull = read("/repos/sandbox/vets-api/pulls/" + ref.number());
        JsonNode files = read("/repos/sandbox/vets-api/pulls/" + ref.number() + "/files");
        JsonNode commits = read("/repos/sandbox/vets-api/pulls/" + ref.number() + "/commits");

        assertThat(pull.path("html_url").asText())
                .isEqualTo("http://localhost:" + port + "/sandbox/github/sandbox/vets-api/pull/" + ref.number());
        assertThat(pull.path("user").path("id").asLong()).isEqualTo(1001);
        assertThat(pull.path("head").path("sha").asText()).hasSize(40);
        assertThat(files).hasSize(1);
        assertThat(files.path(0).path("patch").asText()).isEqualTo("@@ -0,0 +1,1 @@\n+task one: :environment");
        assertThat(commits.path(0).path("commit").path("message").asText())
                .isEqualTo("Add a task\n\nCo-authored-by: creator2 <1002+creator2@users.noreply.github.com>");
    }

    @Test
    void aCommentIsWrittenEditedAndDeleted() throws Exception {
        PullRequestRef ref = opened("rakelib/prod/two.rake", "task two: :environment\n");
        String comments = "/repos/sandbox/vets-api/issues/" + ref.number() + "/comments";

        JsonNode written = json.readTree(
                send("POST", comments, Map.of("body", "hello 👋 <b>")).body());
        String one =
                "/repos/sandbox/vets-api/issues/comments/" + written.path("id").asLong();
        HttpResponse<String> edited = send("PATCH", one, Map.of("body", "good bye"));
        JsonNode listed = read(comments);
        HttpResponse<String> deleted = send("DELETE", one, Map.of());

        assertThat(written.path("body").asText()).isEqualTo("hello 👋 <b>");
        assertThat(edited.statusCode()).isEqualTo(200);
        assertThat(listed).hasSize(1);
        assertThat(listed.path(0).path("body").asText()).isEqualTo("good bye");
        assertThat(deleted.statusCode()).isEqualTo(204);
        assertThat(read(comments)).isEmpty();
    }

    @Test
    void theLatestStatusOfAContextStands() throws Exception {
        PullRequestRef ref = opened("rakelib/prod/three.rake", "task three: :environment\n");
        String sha = read("/repos/sandbox/vets-api/pulls/" + ref.number())
                .path("head")
                .path("sha")
                .asText();

        send("POST", "/repos/sandbox/vets-api/statuses/" + sha, Map.of("state", "pending", "context", "rakegate"));
        send("POST", "/repos/sandbox/vets-api/statuses/" + sha, Map.of("state", "success", "context", "rakegate"));
        JsonNode combined = read("/repos/sandbox/vets-api/commits/" + sha + "/status");

        assertThat(combined.path("state").asText()).isEqualTo("success");
        assertThat(combined.path("total_count").asInt()).isEqualTo(1);
    }

    @Test
    void aListIsCutIntoPagesThatALinkHeaderJoins() throws Exception {
        PullRequestRef ref = opened("rakelib/prod/four.rake", "task four: :environment\n");
        String comments = "/repos/sandbox/vets-api/issues/" + ref.number() + "/comments";
        for (int number = 0; number < 5; number++) {
            send("POST", comments, Map.of("body", "comment " + number));
        }

        HttpResponse<String> second = send("GET", comments + "?per_page=2&page=2", Map.of());

        assertThat(json.readTree(second.body()))
                .extracting(comment -> comment.path("body").asText())
                .containsExactly("comment 2", "comment 3");
        assertThat(second.headers().firstValue("Link").orElseThrow())
                .contains("per_page=2&page=1>; rel=\"prev\"")
                .contains("per_page=2&page=3>; rel=\"next\"")
                .contains("per_page=2&page=3>; rel=\"last\"");
    }

    @Test
    void anUnchangedAnswerIsNotSentAgain() throws Exception {
        HttpResponse<String> first = send("GET", "/user", Map.of());
        String etag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> second =
                http.send(request("/user").header("If-None-Match", etag).build(), BodyHandlers.ofString());

        assertThat(etag).startsWith("W/\"");
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(second.headers().firstValue("X-RateLimit-Remaining")).isPresent();
    }

    @Test
    void whatIsNotThereIsNotFoundInGitHubsShape() throws Exception {
        for (String path : List.of(
                "/repos/sandbox/vets-api/pulls/9999",
                "/repos/sandbox/other",
                "/repos/sandbox/vets-api/contents/none.txt",
                "/no/such/thing",
                "/repos/sandbox/vets-api/pulls/abc",
                "/users/nobody")) {
            HttpResponse<String> answer = send("GET", path, Map.of());

            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(json.readTree(answer.body()).path("status").asText()).isEqualTo("404");
        }
    }

    @Test
    void aCommentWithoutABodyIsRefusedWithTheField() throws Exception {
        PullRequestRef ref = opened("rakelib/prod/five.rake", "task five: :environment\n");
        String comments = "/repos/sandbox/vets-api/issues/" + ref.number() + "/comments";

        HttpResponse<String> empty = send("POST", comments, Map.of());
        HttpResponse<String> broken = http.send(
                request(comments)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"body\":"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(json.readTree(empty.body()).at("/errors/0/field").asText()).isEqualTo("body");
        assertThat(broken.statusCode()).isEqualTo(400);
    }

    @Test
    void anInjectedOutageMeetsAsManyCallsAsItWasToldTo() throws Exception {
        outages.set(new Outages.Outage(2, 502, 0));

        List<Integer> answers = List.of(
                send("GET", "/user", Map.of()).statusCode(),
                send("GET", "/user", Map.of()).statusCode(),
                send("GET", "/user", Map.of()).statusCode());

        assertThat(answers).containsExactly(502, 502, 200);
    }

    @Test
    void aFileIsReadAsItIsAtACommitAlsoRaw() throws Exception {
        PullRequestRef ref = opened("rakelib/prod/six.rake", "puts 'ä'\n");
        String sha = read("/repos/sandbox/vets-api/pulls/" + ref.number())
                .path("head")
                .path("sha")
                .asText();
        String path = "/repos/sandbox/vets-api/contents/rakelib/prod/six.rake?ref=" + sha;

        JsonNode file = read(path);
        HttpResponse<String> raw = http.send(
                request(path)
                        .header("Accept", "application/vnd.github.raw+json")
                        .build(),
                BodyHandlers.ofString());

        assertThat(file.path("encoding").asText()).isEqualTo("base64");
        assertThat(file.path("size").asInt()).isEqualTo(10);
        assertThat(raw.body()).isEqualTo("puts 'ä'\n");
    }

    private PullRequestRef opened(String path, String text) {
        NewCommit commit =
                new NewCommit("creator", List.of("creator2"), "Add a task", Map.of(path, java.util.Optional.of(text)));
        return gitHub.open(new NewPull(
                        "sandbox",
                        "vets-api",
                        "A task",
                        "What it does",
                        "creator",
                        "a-task",
                        false,
                        List.of("database"),
                        List.of(commit)))
                .ref();
    }

    private JsonNode read(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = send("GET", path, Map.of());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private HttpResponse<String> send(String method, String path, Map<String, String> body)
            throws IOException, InterruptedException {
        return http.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                method.equals("GET")
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(json.writeValueAsString(body)))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(api(path)).header("Authorization", "token " + OnSandboxGitHub.TOKEN);
    }

    private URI api(String path) {
        return URI.create("http://127.0.0.1:" + port + "/sandbox/github/api/v3" + path);
    }
}
