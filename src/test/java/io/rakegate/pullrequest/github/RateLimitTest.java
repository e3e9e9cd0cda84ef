package io.rakegate.pullrequest.github;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.rakegate.pullrequest.github.FakeGitHub.REPO;
import static io.rakegate.pullrequest.github.FakeGitHub.json;
import static io.rakegate.pullrequest.github.FakeGitHub.payload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.rakegate.pullrequest.PullRequestRef;
import io.rakegate.pullrequest.PullRequestsUnavailable;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitTest {

    private static final PullRequestRef REF = new PullRequestRef("acme", "vets-api", 7);
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    private final FakeGitHub github = new FakeGitHub().withPullRequest();
    private final SetClock clock = new SetClock(NOW);
    private final GitHubPullRequests pullRequests = FakeGitHub.pullRequests(github.withToken(), clock);

    @AfterEach
    void stop() {
        github.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 429})
    void theSecondaryLimitNamesWhenToRetry(int status) {
        refuseWith(json(status, payload("rate-limited-secondary.json")).withHeader("Retry-After", "90"));

        assertThatThrownBy(() -> pullRequests.read(REF))
                .isInstanceOf(PullRequestsUnavailable.class)
                .hasMessage("""
                        GitHub answers GET /repos/acme/vets-api/pulls/7 with %d (You have exceeded a secondary rate limit. \
                        Please wait a few minutes before you try again.). It limits the number of calls. \
                        Try again after 2026-03-02T12:01:30Z.""", status);
    }

    @Test
    void thePrimaryLimitNamesWhenToRetry() {
        refuseWith(json(403, payload("rate-limited-primary.json"))
                .withHeader("X-RateLimit-Remaining", "0")
                .withHeader("X-RateLimit-Reset", "" + NOW.plusSeconds(600).getEpochSecond()));

        assertThatThrownBy(() -> pullRequests.read(REF))
                .isInstanceOf(PullRequestsUnavailable.class)
                .hasMessageEndingWith("Try again after 2026-03-02T12:10:01Z.");
    }

    @Test
    void theTimeIsTakenByGitHubsOwnClock() {
        refuseWith(json(403, payload("rate-limited-primary.json"))
                .withHeader("Date", "Mon, 02 Mar 2026 12:05:00 GMT")
                .withHeader("X-RateLimit-Remaining", "0")
                .withHeader("X-RateLimit-Reset", "" + NOW.plusSeconds(600).getEpochSecond()));

        assertThatThrownBy(() -> pullRequests.read(REF)).hasMessageEndingWith("Try again after 2026-03-02T12:05:01Z.");
    }

    @Test
    void aLimitWithoutATimeIsRespectedForAMinute() {
        refuseWith(json(403, payload("rate-limited-secondary.json")));

        assertThatThrownBy(() -> pullRequests.read(REF)).hasMessageEndingWith("Try again after 2026-03-02T12:01:00Z.");
    }

    @Test
    void anAbsurdTimeIsNotTakenAtItsWord() {
        refuseWith(json(429, payload("rate-limited-secondary.json")).withHeader("Retry-After", "999999999"));

        assertThatThrownBy(() -> pullRequests.read(REF)).hasMessageEndingWith("Try again after 2026-03-02T13:00:00Z.");
    }

    @Test
    void nobodyAsksBeforeThatTime() {
        refuseWith(json(403, payload("rate-limited-secondary.json")).withHeader("Retry-After", "90"));
        assertThatThrownBy(() -> pullRequests.read(REF)).isInstanceOf(PullRequestsUnavailable.class);
        github.withPullRequest();
        clock.set(NOW.plusSeconds(89));

        assertThatThrownBy(() -> pullRequests.read(REF))
                .isInstanceOf(PullRequestsUnavailable.class)
                .hasMessage("GitHub limits the number of calls. Try again after 2026-03-02T12:01:30Z.");

        assertThat(github.asked()).containsExactly("GET " + REPO + "/pulls/7");
    }

    @Test
    void afterThatTimeEverythingWorksAgain() {
        refuseWith(json(403, payload("rate-limited-secondary.json")).withHeader("Retry-After", "90"));
        assertThatThrownBy(() -> pullRequests.read(REF)).isInstanceOf(PullRequestsUnavailable.class);
        github.withPullRequest();
        clock.set(NOW.plusSeconds(90));

        assertThat(pullRequests.read(REF).title()).isEqualTo("Backfill the claim numbers");
    }

    @Test
    void theLibraryDoesNotWaitEither() {
        github.withRepository();
        github.on(get(urlEqualTo(REPO))
                .willReturn(json(403, payload("rate-limited-secondary.json")).withHeader("Retry-After", "90")));

        assertThatThrownBy(() -> pullRequests.comment(REF, "change", "Hello"))
                .isInstanceOf(PullRequestsUnavailable.class)
                .hasMessageEndingWith("Try again after 2026-03-02T12:01:30Z.");

        assertThat(github.asked()).containsExactly("GET " + REPO);
    }

    private void refuseWith(ResponseDefinitionBuilder refusal) {
        github.on(get(urlEqualTo(REPO + "/pulls/7")).willReturn(refusal));
    }
}
