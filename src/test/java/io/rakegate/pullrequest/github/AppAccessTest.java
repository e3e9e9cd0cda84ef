package io.rakegate.pullrequest.github;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static io.rakegate.pullrequest.github.FakeGitHub.REPO;
import static io.rakegate.pullrequest.github.FakeGitHub.json;
import static io.rakegate.pullrequest.github.FakeGitHub.node;
import static io.rakegate.pullrequest.github.FakeGitHub.payload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.rakegate.pullrequest.PullRequestRef;
import io.rakegate.pullrequest.PullRequestUnreadable;
import io.rakegate.pullrequest.PullRequestsUnavailable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AppAccessTest {

    private static final PullRequestRef REF = new PullRequestRef("acme", "vets-api", 7);
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final String TOKENS = "/app/installations/600613/access_tokens";

    private final FakeGitHub github = new FakeGitHub().withPullRequest();
    private final SetClock clock = new SetClock(NOW);
    private final GitHubPullRequests pullRequests =
            FakeGitHub.pullRequests(github.properties("", "314159", AppCredentials.pkcs1()), clock);

    @BeforeEach
    void installApp() {
        github.answers("/app", payload("app.json"));
        github.answers(REPO + "/installation", payload("installation.json"));
        tokenIs("ghs_first", NOW.plusSeconds(3600));
    }

    @AfterEach
    void stop() {
        github.close();
    }

    @Test
    void aTokenForThisRepositoryAloneIsFetchedAndUsed() {
        pullRequests.read(REF);

        assertThat(github.asked())
                .startsWith("GET /app", "GET " + REPO + "/installation", "POST " + TOKENS, "GET " + REPO + "/pulls/7");
        assertThat(github.sent("POST " + TOKENS)).isEqualTo(node("{\"repositories\": [\"vets-api\"]}"));
        assertThat(authorizations()).startsWith("proof", "proof", "proof", "Bearer ghs_first");
    }

    @Test
    void theTokenIsUsedAgainUntilFiveMinutesBeforeItsEnd() {
        pullRequests.read(REF);
        clock.set(NOW.plusSeconds(3600 - 301));
        pullRequests.read(REF);

        assertThat(github.written()).containsExactly("POST " + TOKENS);
    }

    @Test
    void theTokenIsRenewedBeforeItEnds() {
        pullRequests.read(REF);
        tokenIs("ghs_second", NOW.plusSeconds(7200));
        clock.set(NOW.plusSeconds(3600 - 300));
        pullRequests.read(REF);

        assertThat(github.written()).containsExactly("POST " + TOKENS, "POST " + TOKENS);
        assertThat(authorizations()).endsWith("Bearer ghs_second");
    }

    @Test
    void aTokenThatGitHubDoesNotAcceptAnyMoreIsRenewedAtOnce() {
        pullRequests.read(REF);
        tokenIs("ghs_second", NOW.plusSeconds(7200));
        github.on(get(urlEqualTo(REPO + "/pulls/7"))
                .withHeader("Authorization", equalTo("Bearer ghs_first"))
                .willReturn(json(401, node("{\"message\": \"Bad credentials\"}"))));

        assertThat(pullRequests.read(REF).title()).isEqualTo("Backfill the claim numbers");

        assertThat(github.written()).containsExactly("POST " + TOKENS, "POST " + TOKENS);
    }

    @Test
    void aTokenThatStaysRefusedIsAnOutageAndNotTriedForEver() {
        github.on(get(urlEqualTo(REPO + "/pulls/7")).willReturn(json(401, node("{\"message\": \"Bad credentials\"}"))));

        assertThatThrownBy(() -> pullRequests.read(REF))
                .isInstanceOf(PullRequestsUnavailable.class)
                .hasMessageContaining("It does not accept the token or App key");

        assertThat(github.asked()).filteredOn(line -> line.endsWith("/pulls/7")).hasSize(2);
    }

    @Test
    void aClockThatGoesWrongIsSetByGitHubs() {
        String tooEarly = "'Expiration time' claim ('exp') must be a numeric value representing the future time";
        github.on(get(urlEqualTo("/app"))
                .inScenario("skew")
                .whenScenarioStateIs(STARTED)
                .willReturn(json(401, node("{\"message\": \"" + tooEarly + "\"}"))
                        .withHeader("Date", "Mon, 02 Mar 2026 12:30:00 GMT"))
                .willSetStateTo("proved"));
        github.on(get(urlEqualTo("/app"))
                .inScenario("skew")
                .whenScenarioStateIs("proved")
                .willReturn(json(200, payload("app.json"))));

        assertThat(pullRequests.read(REF).title()).isEqualTo("Backfill the claim numbers");

        assertThat(github.requests().stream()
                        .filter(request -> request.getUrl().startsWith("/app"))
                        .map(request -> claims(request.getHeader("Authorization"))
                                .get("iat")
                                .asLong()))
                .as("when each proof claims to be issued")
                .containsExactly(
                        NOW.minusSeconds(60).getEpochSecond(),
                        NOW.plusSeconds(1740).getEpochSecond(),
                        NOW.plusSeconds(1740).getEpochSecond());
    }

    @Test
    void aRepositoryWithoutTheAppIsUnreadable() {
        github.on(get(urlEqualTo(REPO + "/installation")).willReturn(json(404, payload("not-found.json"))));

        assertThatThrownBy(() -> pullRequests.read(REF))
                .isInstanceOf(PullRequestUnreadable.class)
                .hasMessageStartingWith("GitHub answers GET /repos/acme/vets-api/installation with 404 (Not Found).");
    }

    @Test
    void theAppsCommentsAreThoseOfItsBot() {
        github.withRepository();
        String list = REPO + "/issues/7/comments?per_page=100";
        github.answers(list, node("""
                        [{"id": 5, "body": "<!-- rakegate:change -->\\nHello", "user": {"login": "rakegate", "id": 1},
                          "html_url": "https://github.com/acme/vets-api/pull/7#issuecomment-5"},
                         {"id": 6, "body": "<!-- rakegate:change -->\\nHello", "user": {"login": "rakegate[bot]", "id": 2},
                          "html_url": "https://github.com/acme/vets-api/pull/7#issuecomment-6"}]"""));

        String page = pullRequests.comment(REF, "change", "Hello");

        assertThat(page).endsWith("#issuecomment-6");
        assertThat(github.written()).containsExactly("POST " + TOKENS);
    }

    private void tokenIs(String token, Instant end) {
        github.on(post(urlEqualTo(TOKENS))
                .withHeader("Authorization", matching("Bearer ey.*"))
                .willReturn(json(201, node("""
                                {"token": "%s", "expires_at": "%s", "permissions": {"contents": "read"},
                                 "repository_selection": "selected"}""".formatted(token, end)))));
    }

    private List<String> authorizations() {
        return github.requests().stream()
                .map(request -> request.getHeader("Authorization"))
                .map(header -> header.startsWith("Bearer ey") && AppCredentials.isSignedByIt(header.substring(7))
                        ? "proof"
                        : header)
                .toList();
    }

    private static JsonNode claims(String authorization) {
        String[] parts = authorization.split("\\.", -1);
        return node(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
    }
}
