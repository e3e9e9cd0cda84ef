package io.rakegate.sandbox.github.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rakegate.sandbox.github.OnSandboxGitHub;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnSandboxGitHub
class ControlApiTest {

    private static final String PULLS = "/sandbox/vets-api/pulls";

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @LocalServerPort
    private int port;

    @Test
    void aPullRequestIsTakenFromOpenToMergedByCalls() throws Exception {
        JsonNode opened =
                read("POST", PULLS, "{\"title\":\"By a call\",\"files\":{\"rakelib/prod/call.rake\":\"task :c\\n\"}}");
        String pull = PULLS + "/" + opened.path("number").asInt();

        JsonNode pushed = read(
                "POST",
                pull + "/commits",
                "{\"author\":\"creator2\",\"files\":{\"rakelib/prod/call.rake\":null,\"rakelib/prod/other.rake\":\"task :o\\n\"}}");
        JsonNode review = read("POST", pull + "/reviews", "{\"author\":\"lead\",\"state\":\"APPROVED\"}");
        JsonNode merge = read("POST", pull + "/merge", "{\"author\":\"lead\",\"anyway\":true}");
        JsonNode shown = read("GET", pull, "");

        assertThat(opened.path("url").asText())
                .endsWith("/sandbox/github/sandbox/vets-api/pull/"
                        + opened.path("number").asInt());
        assertThat(review.path("commitSha")).isEqualTo(pushed.path("sha"));
        assertThat(shown.path("state").asText()).isEqualTo("merged");
        assertThat(shown.path("mergeSha")).isEqualTo(merge.path("sha"));
        assertThat(shown.path("headSha")).isEqualTo(pushed.path("sha"));
    }

    @Test
    void aSampleTaskIsOpenedClosedAndReopened() throws Exception {
        JsonNode opened = read("POST", PULLS, "{\"sample\":\"02-no-transaction\"}");
        String pull = PULLS + "/" + opened.path("number").asInt();

        assertThat(read("PUT", pull + "/state", "{\"state\":\"closed\"}")
                        .path("state")
                        .asText())
                .isEqualTo("closed");
        assertThat(read("PUT", pull + "/state", "{\"state\":\"open\"}")
                        .path("state")
                        .asText())
                .isEqualTo("open");
        assertThat(read("PUT", pull + "/state", "{\"state\":\"draft\"}")
                        .path("state")
                        .asText())
                .isEqualTo("draft");
        assertThat(read("PATCH", pull, "{\"body\":\"TBD\"}").path("title")).isEqualTo(opened.path("title"));
    }

    @Test
    void whatGitHubRefusesIsRefusedWithAReason() throws Exception {
        JsonNode opened = read("POST", PULLS, "{\"sample\":\"02-no-transaction\"}");
        String pull = PULLS + "/" + opened.path("number").asInt();

        HttpResponse<String> own = send("POST", pull + "/reviews", "{\"author\":\"creator\",\"state\":\"APPROVED\"}");
        HttpResponse<String> nobody = send("POST", pull + "/comments", "{\"author\":\"nobody\",\"body\":\"x\"}");
        HttpResponse<String> noAuthor = send("POST", pull + "/commits", "{\"files\":{}}");

        assertThat(own.statusCode()).isEqualTo(422);
        assertThat(json.readTree(own.body()).path("detail").asText())
                .isEqualTo("Can not approve your own pull request");
        assertThat(nobody.statusCode()).isEqualTo(422);
        assertThat(noAuthor.statusCode()).isEqualTo(400);
    }

    @Test
    void anOutageIsBegunSeenAndEnded() throws Exception {
        assertThat(send("PUT", "/outage", "{\"calls\":3,\"status\":429,\"delayMillis\":0}")
                        .statusCode())
                .isEqualTo(204);
        HttpResponse<String> limited = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sandbox/github/api/v3/user"))
                        .build(),
                BodyHandlers.ofString());
        JsonNode left = read("GET", "/outage", "");
        assertThat(send("DELETE", "/outage", "").statusCode()).isEqualTo(204);

        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.headers().firstValue("X-RateLimit-Remaining")).contains("0");
        assertThat(left.path("calls").asInt()).isEqualTo(2);
        assertThat(read("GET", "/outage", "").path("calls").asInt()).isZero();
        assertThat(send("PUT", "/outage", "{\"calls\":1,\"status\":200}").statusCode())
                .isEqualTo(422);
    }

    private JsonNode read(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(method, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return json.readTree(answer.body());
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        String credentials = Base64.getEncoder().encodeToString("creator:creator".getBytes(UTF_8));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/sandbox/github/control" + path))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
