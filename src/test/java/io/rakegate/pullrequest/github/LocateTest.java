package io.rakegate.pullrequest.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rakegate.pullrequest.PullRequestRef;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocateTest {

    private final GitHubPullRequests onGitHub = pullRequests("", List.of("acme/vets-api", "acme/other"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://github.com/acme/vets-api/pull/7",
                "  https://github.com/acme/vets-api/pull/7/files  ",
                "https://github.com/acme/vets-api/pull/7#issuecomment-1",
                "https://GitHub.com/Acme/VETS-API/pull/7?w=1"
            })
    void aLinkNamesThePullRequestSpelledAsConfigured(String link) {
        assertThat(onGitHub.locate(link)).isEqualTo(new PullRequestRef("acme", "vets-api", 7));
    }

    @Test
    void aPathPrefixBelongsToTheAddress() {
        GitHubPullRequests behindPrefix =
                pullRequests("http://127.0.0.1:8080/sandbox/github", List.of("acme/vets-api"));

        PullRequestRef located = behindPrefix.locate("http://127.0.0.1:8080/sandbox/github/acme/vets-api/pull/7");

        assertThat(located).isEqualTo(new PullRequestRef("acme", "vets-api", 7));
        assertThat(behindPrefix.linkOf(located)).isEqualTo("http://127.0.0.1:8080/sandbox/github/acme/vets-api/pull/7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://github.com.evil.example/acme/vets-api/pull/7",
                "https://evil.example/github.com/acme/vets-api/pull/7",
                "https://github.com/mallory/acme/vets-api/pull/7",
                "https://github.com@evil.example/acme/vets-api/pull/7"
            })
    void anotherHostIsRefused(String link) {
        assertThatThrownBy(() -> onGitHub.locate(link))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"" + link + "\" is not a pull request on https://github.com, where Rakegate works."
                        + " Give the link of a pull request there, or have the administrator set"
                        + " rakegate.github.web-url.");
    }

    @Test
    void anotherRepositoryIsRefused() {
        assertThatThrownBy(() -> onGitHub.locate("https://github.com/acme/secret/pull/7"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Rakegate does not work on the repository acme/secret. Give the link of a pull request in"
                        + " acme/vets-api, acme/other, or have the administrator add it to"
                        + " rakegate.github.repositories.");
    }

    @Test
    void withoutConfiguredRepositoriesEveryOneIsRefused() {
        assertThatThrownBy(() -> pullRequests("", List.of()).locate("https://github.com/acme/vets-api/pull/7"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("add it to rakegate.github.repositories");
    }

    private static GitHubPullRequests pullRequests(String webUrl, List<String> repositories) {
        return FakeGitHub.pullRequests(
                new GitHubProperties(
                        "https://api.github.com",
                        webUrl,
                        FakeGitHub.TOKEN,
                        "",
                        "",
                        "",
                        repositories,
                        Duration.ofSeconds(10),
                        Duration.ofDays(30)),
                Clock.systemUTC());
    }
}
