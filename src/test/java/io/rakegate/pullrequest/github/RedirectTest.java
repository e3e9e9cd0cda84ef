package io.rakegate.pullrequest.github;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.rakegate.pullrequest.github.FakeGitHub.HEAD;
import static io.rakegate.pullrequest.github.FakeGitHub.REPO;
import static io.rakegate.pullrequest.github.FakeGitHub.json;
import static io.rakegate.pullrequest.github.FakeGitHub.node;
import static io.rakegate.pullrequest.github.FakeGitHub.payload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rakegate.pullrequest.MergeGate;
import io.rakegate.pullrequest.PullRequestRef;
import io.rakegate.pullrequest.PullRequestsUnavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedirectTest {

    private static final PullRequestRef REF = new PullRequestRef("acme", "vets-api", 7);

    private final FakeGitHub github = new FakeGitHub().withPullRequest();

    @AfterEach
    void stop() {
        github.close();
    }

    @Test
    void aRenamedRepositoryIsFollowed() {
        github.on(get(urlEqualTo(REPO + "/pulls/7"))
                .willReturn(aResponse()
                        .withStatus(301)
                        .withHeader("Location", github.server.url("/repositories/4242/pulls/7"))));
        github.answers("/repositories/4242/pulls/7", payload("pull.json"));

        assertThat(github.pullRequests().read(REF).ref()).isEqualTo(REF);

        assertThat(github.asked()).contains("GET /repositories/4242/pulls/7");
    }

    @Test
    void whatIsWrittenFollowsARenamedRepositoryToo() {
        String status = "/statuses/" + HEAD;
        github.withRepository();
        github.answers(REPO + status + "?per_page=100", node("[]"));
        github.on(post(urlEqualTo(REPO + status))
                .willReturn(aResponse().withStatus(307).withHeader("Location", "/repositories/4242" + status)));
        github.on(post(urlEqualTo("/repositories/4242" + status))
                .willReturn(json(201, node("{\"id\": 1, \"state\": \"pending\", \"context\": \"rakegate\"}"))));

        github.pullRequests()
                .setMergeGate(REF, HEAD, new MergeGate(MergeGate.State.PENDING, "Waiting", "https://r.example.org/7"));

        assertThat(github.sent("POST /repositories/4242" + status))
                .isEqualTo(github.sent("POST " + REPO + status))
                .hasSize(4);
    }

    @Test
    void nobodyElseIsShownTheToken() {
        try (FakeGitHub elsewhere = new FakeGitHub().withPullRequest()) {
            github.on(get(urlEqualTo(REPO + "/pulls/7"))
                    .willReturn(aResponse()
                            .withStatus(301)
                            .withHeader("Location", elsewhere.server.url(REPO + "/pulls/7"))));

            assertThatThrownBy(() -> github.pullRequests().read(REF))
                    .isInstanceOf(PullRequestsUnavailable.class)
                    .hasMessage("GitHub answers GET /repos/acme/vets-api/pulls/7 with 301.");

            assertThat(elsewhere.asked()).isEmpty();
        }
    }

    @Test
    void aCircleOfRedirectsEnds() {
        github.on(get(urlEqualTo(REPO + "/pulls/7"))
                .willReturn(aResponse().withStatus(302).withHeader("Location", REPO + "/pulls/7")));

        assertThatThrownBy(() -> github.pullRequests().read(REF)).isInstanceOf(PullRequestsUnavailable.class);

        assertThat(github.asked()).hasSize(4);
    }
}
