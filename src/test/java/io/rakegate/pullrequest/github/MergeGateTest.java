package io.rakegate.pullrequest.github;

import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.rakegate.pullrequest.github.FakeGitHub.HEAD;
import static io.rakegate.pullrequest.github.FakeGitHub.REPO;
import static io.rakegate.pullrequest.github.FakeGitHub.json;
import static io.rakegate.pullrequest.github.FakeGitHub.node;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rakegate.pullrequest.MergeGate;
import io.rakegate.pullrequest.MergeGate.State;
import io.rakegate.pullrequest.PullRequestRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergeGateTest {

    private static final PullRequestRef REF = new PullRequestRef("acme", "vets-api", 7);
    private static final String STATUSES = REPO + "/statuses/" + HEAD;
    private static final String PAGE = "https://rakegate.example.org/changes/acme/vets-api/7";

    private final FakeGitHub github = new FakeGitHub().withRepository();

    @BeforeEach
    void acceptStatuses() {
        statusesAre("[]");
        github.on(post(urlEqualTo(STATUSES))
                .willReturn(json(201, node("{\"id\": 1, \"state\": \"pending\", \"context\": \"rakegate\"}"))));
    }

    @AfterEach
    void stop() {
        github.close();
    }

    @ParameterizedTest
    @CsvSource({"PENDING,pending", "FAILURE,failure", "SUCCESS,success"})
    void theGateIsACommitStatusOnThatCommit(State state, String sent) {
        github.pullRequests().setMergeGate(REF, HEAD, new MergeGate(state, "Waiting for the lead", PAGE));

        assertThat(github.written()).containsExactly("POST " + STATUSES);
        assertThat(github.sent("POST " + STATUSES)).isEqualTo(node("""
                        {"context": "rakegate", "state": "%s", "description": "Waiting for the lead",
                         "target_url": "%s"}""".formatted(sent, PAGE)));
    }

    @Test
    void aDescriptionIsCutToWhatGitHubTakes() {
        github.pullRequests().setMergeGate(REF, HEAD, new MergeGate(State.PENDING, "ä".repeat(141), PAGE));

        assertThat(github.sent("POST " + STATUSES).get("description").asText()).isEqualTo("ä".repeat(139) + "…");
    }

    @Test
    void aGateThatStandsIsNotSentAgain() {
        statusesAre("[" + status("success", "ci/build", "rakegate-bot") + ","
                + status("success", "rakegate", "rakegate-bot") + "," + status("pending", "rakegate", "rakegate-bot")
                + "]");

        github.pullRequests().setMergeGate(REF, HEAD, new MergeGate(State.SUCCESS, "Both approvals stand", PAGE));

        assertThat(github.written()).isEmpty();
    }

    @Test
    void aGateThatSaysSomethingElseIsSetAgain() {
        statusesAre("[" + status("pending", "rakegate", "rakegate-bot") + ","
                + status("success", "rakegate", "rakegate-bot") + "]");

        github.pullRequests().setMergeGate(REF, HEAD, new MergeGate(State.SUCCESS, "Both approvals stand", PAGE));

        assertThat(github.written()).containsExactly("POST " + STATUSES);
    }

    @Test
    void aGateThatSomebodyElseOpenedIsSetAgain() {
        statusesAre("[" + status("success", "rakegate", "mallory") + "]");

        github.pullRequests().setMergeGate(REF, HEAD, new MergeGate(State.SUCCESS, "Both approvals stand", PAGE));

        assertThat(github.written()).containsExactly("POST " + STATUSES);
    }

    private void statusesAre(String json) {
        github.answers(STATUSES + "?per_page=100", node(json));
    }

    private static String status(String state, String context, String creator) {
        JsonNode status = node("""
                {"id": 5, "node_id": "SC_5", "state": "%s", "context": "%s", "description": "Both approvals stand",
                 "target_url": "%s", "created_at": "2026-03-02T10:00:00Z", "updated_at": "2026-03-02T10:00:00Z",
                 "creator": {"login": "%s", "id": 77, "type": "User"}}""".formatted(state, context, PAGE, creator));
        return status.toString();
    }
}
