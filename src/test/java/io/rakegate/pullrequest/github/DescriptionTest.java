package io.rakegate.pullrequest.github;

import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.rakegate.pullrequest.github.FakeGitHub.REPO;
import static io.rakegate.pullrequest.github.FakeGitHub.json;
import static io.rakegate.pullrequest.github.FakeGitHub.node;
import static io.rakegate.pullrequest.github.FakeGitHub.payload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rakegate.pullrequest.PullRequestRef;
import io.rakegate.pullrequest.PullRequestUnreadable;
import io.rakegate.pullrequest.PullRequestsUnavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DescriptionTest {

    private static final PullRequestRef REF = new PullRequestRef("acme", "vets-api", 7);
    private static final String PULL = REPO + "/pulls/7";

    private final FakeGitHub github = new FakeGitHub().withPullRequest().withRepository();

    @AfterEach
    void stop() {
        github.close();
    }

    @Test
    void theWholeDescriptionIsSentAndNothingElse() {
        github.on(patch(urlEqualTo(PULL)).willReturn(json(200, payload("pull.json"))));

        github.pullRequests().describe(REF, "## Back-out\n\n> Größe");

        assertThat(github.written()).containsExactly("PATCH " + PULL);
        assertThat(github.sent("PATCH " + PULL)).isEqualTo(node("{\"body\": \"## Back-out\\n\\n> Größe\"}"));
    }

    @Test
    void anAccountThatMayNotEditIsToldApartFromAnOutage() {
        github.on(patch(urlEqualTo(PULL))
                .willReturn(json(403, node("{\"message\": \"Resource not accessible by integration\"}"))));

        assertThatThrownBy(() -> github.pullRequests().describe(REF, "Text")).isInstanceOf(PullRequestUnreadable.class);
    }

    @Test
    void anOutageIsTriedAgainLater() {
        github.on(patch(urlEqualTo(PULL)).willReturn(json(502, node("{\"message\": \"Server Error\"}"))));

        assertThatThrownBy(() -> github.pullRequests().describe(REF, "Text"))
                .isInstanceOf(PullRequestsUnavailable.class);
    }
}
