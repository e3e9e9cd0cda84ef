package io.rakegate.pullrequest.github;

import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.rakegate.pullrequest.github.FakeGitHub.HEAD;
import static io.rakegate.pullrequest.github.FakeGitHub.REPO;
import static io.rakegate.pullrequest.github.FakeGitHub.json;
import static io.rakegate.pullrequest.github.FakeGitHub.node;
import static io.rakegate.pullrequest.github.FakeGitHub.payload;
import static org.assertj.core.api.Assertions.assertThat;

import io.rakegate.pullrequest.MergeGate;
import io.rakegate.pullrequest.PullRequestRef;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An API below a path, as GitHub Enterprise Server has it. */
class EnterpriseServerTest {

    private static final PullRequestRef REF = new PullRequestRef("acme", "vets-api", 7);
    private static final String PREFIX = "/api/v3";

    private final FakeGitHub github = new FakeGitHub();
    private final GitHubPullRequests pullRequests = FakeGitHub.pullRequests(
            new GitHubProperties(
                    github.server.baseUrl() + PREFIX + "/",
                    "",
                    FakeGitHub.TOKEN,
                    "",
                    "",
                    "",
                    List.of("acme/vets-api"),
                    Duration.ofSeconds(10),
                    Duration.ofDays(30)),
            Clock.systemUTC());

    @AfterEach
    void stop() {
        github.close();
    }

    @Test
    void filesAreReadBelowThePath() {
        github.answers(
                PREFIX + REPO + "/commits/" + HEAD, payload("commits.json").get(1));
        github.answers(
                PREFIX + REPO + "/contents/rakelib/prod/a.rake?ref=" + HEAD,
                node("{\"type\": \"file\", \"size\": 3, \"encoding\": \"base64\", \"content\": \"YWJj\\n\"}"));

        assertThat(pullRequests.filesAt(REF, HEAD, List.of("rakelib/prod/a.rake")))
                .singleElement()
                .satisfies(file -> assertThat(file.content()).isEqualTo("abc"));
    }

    @Test
    void theGateIsSetBelowThePath() {
        github.answers(PREFIX + REPO, payload("repository.json"));
        github.answers(PREFIX + REPO + "/statuses/" + HEAD + "?per_page=100", node("[]"));
        github.on(post(urlEqualTo(PREFIX + REPO + "/statuses/" + HEAD))
                .willReturn(json(201, node("{\"id\": 1, \"state\": \"pending\", \"context\": \"rakegate\"}"))));

        pullRequests.setMergeGate(
                REF, HEAD, new MergeGate(MergeGate.State.PENDING, "Waiting", "https://r.example.org/7"));

        assertThat(github.written()).containsExactly("POST " + PREFIX + REPO + "/statuses/" + HEAD);
    }

    @Test
    void thePagesAreOnTheHostWithoutThePath() {
        assertThat(pullRequests.linkOf(REF)).isEqualTo(github.server.baseUrl() + "/acme/vets-api/pull/7");
    }
}
