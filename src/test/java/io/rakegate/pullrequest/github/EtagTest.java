package io.rakegate.pullrequest.github;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.rakegate.pullrequest.github.FakeGitHub.REPO;
import static io.rakegate.pullrequest.github.FakeGitHub.json;
import static io.rakegate.pullrequest.github.FakeGitHub.object;
import static io.rakegate.pullrequest.github.FakeGitHub.payload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rakegate.pullrequest.PullRequestRef;
import io.rakegate.pullrequest.PullRequestsUnavailable;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EtagTest {

    private static final PullRequestRef REF = new PullRequestRef("acme", "vets-api", 7);

    private final FakeGitHub github = new FakeGitHub().withPullRequest();
    private final GitHubPullRequests pullRequests = github.pullRequests();

    @BeforeEach
    void answerWithEtag() {
        github.on(get(urlEqualTo(REPO + "/pulls/7"))
                .withHeader("If-None-Match", absent())
                .willReturn(json(200, payload("pull.json")).withHeader("ETag", "W/\"one\"")));
        github.on(get(urlEqualTo(REPO + "/pulls/7"))
                .withHeader("If-None-Match", equalTo("W/\"one\""))
                .willReturn(aResponse().withStatus(304).withHeader("ETag", "W/\"one\"")));
    }

    @AfterEach
    void stop() {
        github.close();
    }

    @Test
    void whatGitHubConfirmsIsNotSentAgain() {
        assertThat(pullRequests.read(REF)).isEqualTo(pullRequests.read(REF));

        assertThat(github.requests())
                .filteredOn(request -> request.getUrl().equals(REPO + "/pulls/7"))
                .extracting(request -> request.getHeader("If-None-Match"))
                .containsExactly(null, "W/\"one\"", "W/\"one\"", "W/\"one\"");
    }

    @Test
    void whatChangedIsReadAfresh() {
        pullRequests.read(REF);
        github.on(get(urlEqualTo(REPO + "/pulls/7"))
                .willReturn(json(200, object("pull.json").put("title", "Another title"))
                        .withHeader("ETag", "W/\"two\"")));

        assertThat(pullRequests.read(REF).title()).isEqualTo("Another title");
    }

    @Test
    void whatIsKnownDoesNotHideAnOutage() {
        pullRequests.read(REF);
        github.on(get(urlEqualTo(REPO + "/pulls/7")).willReturn(aResponse().withStatus(503)));

        assertThatThrownBy(() -> pullRequests.read(REF)).isInstanceOf(PullRequestsUnavailable.class);
    }

    @Test
    void theAnswersUsedLeastMakeRoom() throws Exception {
        github.server.resetMappings();
        for (String name : new String[] {"a", "b", "c"}) {
            github.on(get(urlEqualTo("/" + name))
                    .willReturn(aResponse().withBody("x".repeat(400)).withHeader("ETag", "\"" + name + "\"")));
        }
        var client =
                new OkHttpClient.Builder().addInterceptor(new EtagCache(1000)).build();

        for (String name : new String[] {"a", "b", "a", "c", "a", "b"}) {
            var request = new Request.Builder().url(github.server.url("/" + name));
            client.newCall(request.build()).execute().close();
        }

        assertThat(github.requests())
                .extracting(request -> request.getUrl() + " " + request.getHeader("If-None-Match"))
                .containsExactly("/a null", "/b null", "/a \"a\"", "/c null", "/a \"a\"", "/b null");
    }
}
