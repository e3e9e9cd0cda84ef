package io.rakegate.pullrequest.github;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.rakegate.pullrequest.github.FakeGitHub.HEAD;
import static io.rakegate.pullrequest.github.FakeGitHub.REPO;
import static io.rakegate.pullrequest.github.FakeGitHub.json;
import static io.rakegate.pullrequest.github.FakeGitHub.node;
import static io.rakegate.pullrequest.github.FakeGitHub.payload;
import static org.assertj.core.api.Assertions.assertThat;

import io.rakegate.pullrequest.MergeGate;
import io.rakegate.pullrequest.MergeGate.State;
import io.rakegate.pullrequest.PullRequestRef;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckRunGateTest {

    private static final PullRequestRef REF = new PullRequestRef("acme", "vets-api", 7);
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final String TOKENS = "/app/installations/600613/access_tokens";
    private static final String RUNS = REPO + "/check-runs";
    private static final String PAGE = "https://rakegate.example.org/changes/acme/vets-api/7";

    private final FakeGitHub github = new FakeGitHub().withRepository();

    @BeforeEach
    void installApp() {
        github.answers("/app", payload("app.json"));
        github.answers(REPO + "/installation", payload("installation.json"));
        github.on(post(urlEqualTo(TOKENS))
                .willReturn(json(201, node("{\"token\": \"ghs_x\", \"expires_at\": \"2026-03-02T13:00:00Z\"}"))));
        github.on(post(urlEqualTo(RUNS)).willReturn(json(201, node(run(1, "rakegate", "in_progress", "null")))));
        github.on(patch(urlEqualTo(RUNS + "/1"))
                .willReturn(json(200, node(run(1, "rakegate", "completed", "\"success\"")))));
        runsAre();
    }

    @AfterEach
    void stop() {
        github.close();
    }

    @Test
    void aPendingGateIsARunInProgress() {
        set(State.PENDING);

        assertThat(written()).containsExactly("POST " + RUNS);
        assertThat(github.sent("POST " + RUNS)).isEqualTo(node("""
                        {"name": "rakegate", "head_sha": "%s", "status": "in_progress", "details_url": "%s",
                         "output": {"title": "Both approvals stand", "summary": "Both approvals stand"}}""".formatted(HEAD, PAGE)));
    }

    @Test
    void aDecisionCompletesTheRunInProgress() {
        runsAre(run(1, "rakegate", "in_progress", "null"));

        set(State.SUCCESS);

        assertThat(written()).containsExactly("PATCH " + RUNS + "/1");
        assertThat(github.sent("PATCH " + RUNS + "/1")).isEqualTo(node("""
                        {"status": "completed", "conclusion": "success", "details_url": "%s",
                         "output": {"title": "Both approvals stand", "summary": "Both approvals stand"}}""".formatted(PAGE)));
    }

    @Test
    void aFailingGateIsAFailedRun() {
        set(State.FAILURE);

        assertThat(github.sent("POST " + RUNS).get("conclusion").asText()).isEqualTo("failure");
    }

    @Test
    void aGateThatIsPendingAgainIsANewRun() {
        runsAre(run(1, "rakegate", "completed", "\"success\""));

        set(State.PENDING);

        assertThat(written()).containsExactly("POST " + RUNS);
    }

    @Test
    void aGateThatStandsIsNotSentAgain() {
        runsAre(run(2, "somebody-else", "completed", "\"failure\""), run(1, "rakegate", "completed", "\"success\""));

        set(State.SUCCESS);

        assertThat(written()).isEmpty();
    }

    @Test
    void aRunOfAnotherAppIsNotOurs() {
        runsAre(run(2, "somebody-else", "completed", "\"success\""));

        set(State.SUCCESS);

        assertThat(written()).containsExactly("POST " + RUNS);
    }

    private void set(State state) {
        FakeGitHub.pullRequests(github.properties("", "314159", AppCredentials.pkcs8()), new SetClock(NOW))
                .setMergeGate(REF, HEAD, new MergeGate(state, "Both approvals stand", PAGE));
    }

    private List<String> written() {
        return github.written().stream()
                .filter(line -> !line.equals("POST " + TOKENS))
                .toList();
    }

    private void runsAre(String... runs) {
        github.on(get(urlPathEqualTo(REPO + "/commits/" + HEAD + "/check-runs"))
                .withQueryParam("check_name", equalTo("rakegate"))
                .withQueryParam("filter", equalTo("latest"))
                .willReturn(json(
                        200,
                        node("{\"total_count\": %d, \"check_runs\": [%s]}"
                                .formatted(runs.length, String.join(",", runs))))));
    }

    private static String run(int id, String app, String status, String conclusion) {
        return """
                {"id": %d, "name": "rakegate", "head_sha": "%s", "status": "%s", "conclusion": %s, "details_url": "%s",
                 "output": {"title": "Both approvals stand", "summary": "Both approvals stand", "annotations_count": 0},
                 "app": {"id": 314159, "slug": "%s"}, "check_suite": {"id": 3}, "pull_requests": []}""".formatted(id, HEAD, status, conclusion, PAGE, app);
    }
}
