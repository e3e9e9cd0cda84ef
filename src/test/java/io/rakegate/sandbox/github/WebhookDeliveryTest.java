package io.rakegate.sandbox.github;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.report.SimpleValidationReportFormat;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rakegate.sandbox.github.Listener.Delivery;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnSandboxGitHub
class WebhookDeliveryTest {

    private static final String PULLS = "/sandbox/github/control/sandbox/vets-api/pulls";
    private static final String API = "/sandbox/github/api/v3/repos/sandbox/vets-api";
    private static final List<String> DESCRIBED = List.of(
            "push",
            "pull-request-closed",
            "pull-request-reopened",
            "pull-request-edited",
            "pull-request-converted-to-draft",
            "pull-request-ready-for-review",
            "pull-request-review-submitted",
            "pull-request-review-dismissed",
            "issue-comment-created");

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private Listener listener;

    @BeforeEach
    void nothingIsOnItsWay() {
        listener.forget();
    }

    @Test
    void whatPeopleDoIsToldOnceAsGitHubDescribesIt() throws Exception {
        OpenApiInteractionValidator described = PublishedDescription.ofWebhooks(DESCRIBED);
        String pull = PULLS + "/" + opened();

        act(
                "POST",
                pull + "/commits",
                "{\"author\":\"creator2\",\"files\":{\"rakelib/prod/told.rake\":\"task :d\\n\"}}");
        JsonNode pushed = told(described, "push");
        JsonNode review = act("POST", pull + "/reviews", "{\"author\":\"lead\",\"state\":\"APPROVED\"}");
        JsonNode reviewed = told(described, "pull-request-review-submitted");
        act("DELETE", pull + "/reviews/" + review.path("id"), "");
        told(described, "pull-request-review-dismissed");
        act("POST", pull + "/comments", "{\"author\":\"console\",\"body\":\"Looks <b>good</b> 👋\"}");
        JsonNode commented = told(described, "issue-comment-created");
        act("PATCH", pull, "{\"body\":\"Another description\"}");
        told(described, "pull-request-edited");
        act("PUT", pull + "/state", "{\"state\":\"draft\"}");
        told(described, "pull-request-converted-to-draft");
        act("PUT", pull + "/state", "{\"state\":\"ready\"}");
        told(described, "pull-request-ready-for-review");
        act("PUT", pull + "/state", "{\"state\":\"closed\"}");
        JsonNode closed = told(described, "pull-request-closed");
        act("PUT", pull + "/state", "{\"state\":\"open\"}");
        told(described, "pull-request-reopened");
        JsonNode merge = act("POST", pull + "/merge", "{\"author\":\"lead\",\"anyway\":true}");
        JsonNode merged = told(described, "pull-request-closed");

        assertThat(pushed.path("ref").asText()).startsWith("refs/heads/");
        assertThat(pushed.path("after")).isEqualTo(reviewed.at("/pull_request/head/sha"));
        assertThat(pushed.path("before")).isNotEqualTo(pushed.path("after"));
        assertThat(reviewed.at("/review/user/login").asText()).isEqualTo("lead");
        assertThat(commented.at("/issue/pull_request/url").asText()).endsWith(pull.substring(PULLS.length()));
        assertThat(commented.at("/comment/body").asText()).isEqualTo("Looks <b>good</b> 👋");
        assertThat(closed.at("/pull_request/merged").asBoolean()).isFalse();
        assertThat(merged.at("/pull_request/merged").asBoolean()).isTrue();
        assertThat(merged.at("/pull_request/merge_commit_sha")).isEqualTo(merge.path("sha"));
        assertThat(listener.hasHeardNothing()).isTrue();
    }

    @Test
    void whatRakegateDoesItselfAndWhatIsOpenedIsNotTold() throws Exception {
        int number = opened();

        send(
                "POST",
                API + "/issues/" + number + "/comments",
                "Bearer " + OnSandboxGitHub.TOKEN,
                "{\"body\":\"Step 1\"}");
        act("POST", PULLS + "/" + number + "/comments", "{\"author\":\"lead\",\"body\":\"Thank you\"}");

        assertThat(body(requireNonNull(listener.next())).at("/comment/body").asText())
                .isEqualTo("Thank you");
        assertThat(listener.hasHeardNothing()).isTrue();
    }

    @Test
    void whatIsRefusedIsNotTold() throws Exception {
        String pull = PULLS + "/" + opened();

        int refused = send("POST", pull + "/reviews", basic(), "{\"author\":\"creator\",\"state\":\"APPROVED\"}");
        act("POST", pull + "/comments", "{\"author\":\"lead\",\"body\":\"Not by yourself\"}");

        assertThat(refused).isEqualTo(422);
        assertThat(requireNonNull(listener.next()).event()).isEqualTo("issue_comment");
    }

    @Test
    void aFailedDeliveryHoldsNobodyUp() throws Exception {
        String pull = PULLS + "/" + opened();
        listener.fails();

        act("POST", pull + "/comments", "{\"author\":\"lead\",\"body\":\"One\"}");
        act("POST", pull + "/comments", "{\"author\":\"lead\",\"body\":\"Two\"}");

        assertThat(body(requireNonNull(listener.next())).at("/comment/body").asText())
                .isEqualTo("One");
        assertThat(body(requireNonNull(listener.next())).at("/comment/body").asText())
                .isEqualTo("Two");
        assertThat(listener.hasHeardNothing()).isTrue();
    }

    private JsonNode told(OpenApiInteractionValidator described, String name) throws Exception {
        Delivery delivery = requireNonNull(listener.next(), name);
        JsonNode body = body(delivery);
        String action = body.path("action").asText();
        String known = (delivery.event() + (action.isEmpty() ? "" : "-" + action)).replace('_', '-');
        assertThat(known).isEqualTo(name);
        assertThat(delivery.signature()).isEqualTo("sha256=" + signature(delivery.body()));
        assertThat(delivery.id()).matches("[0-9a-f-]{36}");
        ValidationReport report = described.validateRequest(SimpleRequest.Builder.post("/" + name)
                .withContentType("application/json")
                .withHeader("X-GitHub-Event", delivery.event())
                .withBody(delivery.body())
                .build());
        assertThat(report.hasErrors())
                .as(() ->
                        name + ": " + SimpleValidationReportFormat.getInstance().apply(report))
                .isFalse();
        return body;
    }

    private JsonNode body(Delivery delivery) throws IOException {
        return json.readTree(delivery.body());
    }

    private int opened() throws Exception {
        return act("POST", PULLS, "{\"title\":\"To be told\",\"files\":{\"rakelib/prod/told.rake\":\"task :c\\n\"}}")
                .path("number")
                .asInt();
    }

    private JsonNode act(String method, String path, String body) throws Exception {
        var answer = http.send(request(method, path, basic(), body), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return json.readTree(answer.body().isEmpty() ? "{}" : answer.body());
    }

    private int send(String method, String path, String credentials, String body) throws Exception {
        return http.send(request(method, path, credentials, body), BodyHandlers.discarding())
                .statusCode();
    }

    private HttpRequest request(String method, String path, String credentials, String body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", credentials)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
    }

    private static String basic() {
        return "Basic " + Base64.getEncoder().encodeToString("creator:creator".getBytes(UTF_8));
    }

    private static String signature(String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(OnSandboxGitHub.SECRET.getBytes(UTF_8), mac.getAlgorithm()));
        return HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
    }
}
