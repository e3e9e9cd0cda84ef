package io.rakegate.pullrequest.github;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.rakegate.pullrequest.BranchPushed;
import io.rakegate.pullrequest.PullRequestChanged;
import io.rakegate.pullrequest.PullRequestProposed;
import io.rakegate.pullrequest.PullRequestRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The little of a delivery that is read: where to look again. What happened there is asked of GitHub, later. All else is
 * skipped (hence the annotations: without them it would be collected first), however large it is.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record WebhookPayload(
        @Nullable Repository repository,
        @Nullable Numbered pullRequest,
        @Nullable Issue issue,
        @Nullable CheckRun checkRun,
        @Nullable String ref,
        @Nullable String after,
        boolean deleted) {

    /** The events that Rakegate listens to. */
    static final Set<String> KNOWN_EVENTS =
            Set.of("ping", "pull_request", "pull_request_review", "push", "issue_comment", "check_run");

    private static final String BRANCH = "refs/heads/";

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Repository(@Nullable String fullName) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Numbered(@Nullable Integer number, @Nullable String url) {}

    /** A pull request is an issue, too; then it has the second part. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Issue(@Nullable Integer number, @Nullable Numbered pullRequest) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record CheckRun(@Nullable List<Numbered> pullRequests) {}

    /** Nothing if it is no JSON object in UTF-8, or the parts of interest have other types. */
    static Optional<WebhookPayload> read(InputStream body) throws IOException {
        var text = new InputStreamReader(body, StandardCharsets.UTF_8.newDecoder());
        try {
            return Optional.ofNullable(GitHubApi.JSON.readValue(text, WebhookPayload.class));
        } catch (JsonProcessingException | CharacterCodingException malformed) {
            return Optional.empty();
        }
    }

    /** The repository it is about, as {@code owner/repository}; a ping of an organisation is about none. */
    Optional<String> repositoryName() {
        return Optional.ofNullable(repository).map(Repository::fullName);
    }

    /** What to publish inside Rakegate; nothing if it names neither a pull request nor a branch. */
    List<Record> hints(String event, String repositoryName) {
        return switch (event) {
            case "pull_request" ->
                List.of(new PullRequestProposed(
                        reference(repositoryName, required(numberOf(pullRequest), "pull_request.number"))));
            case "pull_request_review" ->
                List.of(changed(repositoryName, required(numberOf(pullRequest), "pull_request.number")));
            case "issue_comment" -> aboutIssue(repositoryName, required(issue, "issue"));
            case "check_run" -> aboutCheckRun(repositoryName, required(checkRun, "check_run"));
            case "push" -> aboutBranch(repositoryName, required(ref, "ref"));
            default -> List.of();
        };
    }

    private List<Record> aboutIssue(String repositoryName, Issue commented) {
        return commented.pullRequest == null
                ? List.of()
                : List.of(changed(repositoryName, required(commented.number, "issue.number")));
    }

    /** GitHub also names pull requests of forks that contain the same commit: those are not ours. */
    private List<Record> aboutCheckRun(String repositoryName, CheckRun run) {
        List<Numbered> named = required(run.pullRequests, "check_run.pull_requests");
        return named.stream()
                .filter(pull -> isIn(repositoryName, pull))
                .map(pull -> changed(repositoryName, required(pull.number, "check_run.pull_requests.number")))
                .toList();
    }

    private static boolean isIn(String repositoryName, Numbered pull) {
        String end = "/repos/" + repositoryName + "/pulls/" + pull.number;
        String url = required(pull.url, "check_run.pull_requests.url");
        return url.regionMatches(true, url.length() - end.length(), end, 0, end.length());
    }

    private List<Record> aboutBranch(String repositoryName, String pushed) {
        return deleted || !pushed.startsWith(BRANCH)
                ? List.of()
                : List.of(
                        new BranchPushed(repositoryName, pushed.substring(BRANCH.length()), required(after, "after")));
    }

    private static Record changed(String repositoryName, int number) {
        return new PullRequestChanged(reference(repositoryName, number));
    }

    private static PullRequestRef reference(String repositoryName, int number) {
        if (number < 1) {
            throw new WebhookRefused(HttpStatus.BAD_REQUEST, "There is no pull request number " + number + ".");
        }
        return PullRequestRef.fromKey(repositoryName + "#" + number);
    }

    private static @Nullable Integer numberOf(@Nullable Numbered pullRequest) {
        return pullRequest == null ? null : pullRequest.number;
    }

    private static <T> T required(@Nullable T part, String name) {
        if (part == null) {
            throw new WebhookRefused(
                    HttpStatus.BAD_REQUEST, "The body has no " + name + ", which this event must have.");
        }
        return part;
    }
}
