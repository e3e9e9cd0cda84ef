package io.rakegate.pullrequest.github;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.rakegate.pullrequest.github.FakeGitHub.REPO;
import static io.rakegate.pullrequest.github.FakeGitHub.json;
import static io.rakegate.pullrequest.github.FakeGitHub.node;
import static io.rakegate.pullrequest.github.FakeGitHub.payload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import io.rakegate.pullrequest.PullRequestRef;
import io.rakegate.pullrequest.PullRequestUnreadable;
import io.rakegate.pullrequest.PullRequestsUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutageTest {

    private static final PullRequestRef REF = new PullRequestRef("acme", "vets-api", 7);

    private final FakeGitHub github = new FakeGitHub().withPullRequest();

    @AfterEach
    void stop() {
        github.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 410, 451})
    void whatGitHubDoesNotShowIsUnreadable(int status) {
        github.on(get(urlEqualTo(REPO + "/pulls/7")).willReturn(json(status, payload("not-found.json"))));

        assertThatThrownBy(() -> github.pullRequests().read(REF))
                .isInstanceOf(PullRequestUnreadable.class)
                .hasMessage("GitHub answers GET /repos/acme/vets-api/pulls/7 with " + status + " (Not Found)."
                        + " It is not there, or the account that Rakegate uses may not do this.");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 409, 422, 500, 502, 503, 504})
    void anAnswerThatSaysNothingAboutThePullRequestIsAnOutage(int status) {
        github.on(get(urlEqualTo(REPO + "/pulls/7")).willReturn(json(status, node("{\"message\": \"Oops\"}"))));

        assertThatThrownBy(() -> github.pullRequests().read(REF))
                .isInstanceOf(PullRequestsUnavailable.class)
                .hasMessage("GitHub answers GET /repos/acme/vets-api/pulls/7 with " + status + " (Oops).");
    }

    @ParameterizedTest
    @CsvSource({"/pulls/7/files?per_page=100", "/pulls/7/commits?per_page=100", "/pulls/7/reviews?per_page=100"})
    void anOutageIsNeverAnEmptyList(String list) {
        github.on(get(urlEqualTo(REPO + list)).willReturn(aResponse().withStatus(503)));

        assertThatThrownBy(() -> github.pullRequests().read(REF))
                .isInstanceOf(PullRequestsUnavailable.class)
                .hasMessageEndingWith("with 503.");
    }

    @Test
    void aRefusedTokenIsNotThePullRequestsFault() {
        github.on(get(urlEqualTo(REPO + "/pulls/7")).willReturn(json(401, node("{\"message\": \"Bad credentials\"}"))));

        assertThatThrownBy(() -> github.pullRequests().read(REF))
                .isInstanceOf(PullRequestsUnavailable.class)
                .hasMessage("GitHub answers GET /repos/acme/vets-api/pulls/7 with 401 (Bad credentials)."
                        + " It does not accept the token or App key that is configured under rakegate.github.");
        assertThat(github.asked()).containsExactly("GET " + REPO + "/pulls/7");
    }

    @Test
    void aNotFoundPageOfSomethingInBetweenSaysNothingAboutThePullRequest() {
        github.on(get(urlEqualTo(REPO + "/pulls/7"))
                .willReturn(aResponse().withStatus(404).withBody("<html>no such site</html>")));

        assertThatThrownBy(() -> github.pullRequests().read(REF)).isInstanceOf(PullRequestsUnavailable.class);
    }

    @Test
    void aLoginPageOfSomethingInBetweenIsNoAnswer() {
        github.on(get(urlEqualTo(REPO + "/pulls/7")).willReturn(aResponse().withBody("<html>log in</html>")));

        assertThatThrownBy(() -> github.pullRequests().read(REF))
                .isInstanceOf(PullRequestsUnavailable.class)
                .hasMessageContaining("makes no sense");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null"})
    void anEmptyAnswerIsNoAnswer(String nothing) {
        github.on(get(urlEqualTo(REPO + "/pulls/7")).willReturn(aResponse().withBody(nothing)));

        assertThatThrownBy(() -> github.pullRequests().read(REF)).isInstanceOf(PullRequestsUnavailable.class);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aBrokenConnectionIsAnOutage(Fault fault) {
        github.on(get(urlEqualTo(REPO + "/pulls/7")).willReturn(aResponse().withFault(fault)));

        assertThatThrownBy(() -> github.pullRequests().read(REF))
                .isInstanceOf(PullRequestsUnavailable.class)
                .hasMessageStartingWith(
                        "GitHub did not answer GET /repos/acme/vets-api/pulls/7 in time, or the connection");
    }

    @Test
    void anAnswerThatDoesNotEndIsGivenUp() {
        github.on(get(urlEqualTo(REPO + "/pulls/7"))
                .willReturn(json(200, payload("pull.json")).withChunkedDribbleDelay(10, 60_000)));
        GitHubProperties impatient = with(Duration.ofMillis(200));

        assertThatThrownBy(() ->
                        FakeGitHub.pullRequests(impatient, Clock.systemUTC()).read(REF))
                .isInstanceOf(PullRequestsUnavailable.class)
                .hasMessageStartingWith("GitHub did not answer GET /repos/acme/vets-api/pulls/7 in time");
    }

    @Test
    void anAnswerOfUnreasonableSizeIsGivenUp() {
        github.on(get(urlEqualTo(REPO + "/pulls/7")).willReturn(aResponse().withBody("x".repeat(17 * 1024 * 1024))));

        assertThatThrownBy(() -> github.pullRequests().read(REF))
                .isInstanceOf(PullRequestsUnavailable.class)
                .hasMessageContaining("larger than 16777216 bytes");
    }

    @Test
    void aReadingThatTakesLongerThanAJobMayIsGivenUp() {
        Instant start = Instant.parse("2026-03-02T12:00:00Z");
        SetClock clock = new SetClock(start);
        github.server.addMockServiceRequestListener((request, response) -> clock.set(start.plusSeconds(61)));

        assertThatThrownBy(
                        () -> FakeGitHub.pullRequests(github.withToken(), clock).read(REF))
                .isInstanceOf(PullRequestsUnavailable.class)
                .hasMessage("GitHub answers too slowly: reading /repos/acme/vets-api was given up after 60 seconds.");

        assertThat(github.asked()).containsExactly("GET " + REPO + "/pulls/7");
    }

    private GitHubProperties with(Duration timeout) {
        return new GitHubProperties(
                github.server.baseUrl(),
                "",
                FakeGitHub.TOKEN,
                "",
                "",
                "",
                List.of("acme/vets-api"),
                timeout,
                Duration.ofDays(30));
    }
}
