package io.rakegate.pullrequest.github;

import io.rakegate.pullrequest.ChangedFile;
import io.rakegate.pullrequest.GitHubUser;
import io.rakegate.pullrequest.PullRequest;
import io.rakegate.pullrequest.PullRequestRef;
import io.rakegate.pullrequest.PullRequestsUnavailable;
import io.rakegate.pullrequest.Review;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One reading of a pull request. GitHub has no "all at one moment", so it is read until nothing moved meanwhile. */
final class PullRequestReading {

    private static final int MOST_ATTEMPTS = 3;
    private static final int MOST_LISTED_COMMITS = 250;

    private static final String MOVING = """
            %s changes while it is read: GitHub's answers do not belong together. It is read again later.""";

    private final GitHubApi api;
    private final ChangedFiles files;
    private final PullRequestRef ref;

    PullRequestReading(GitHubApi api, PullRequestRef ref) {
        this.api = api;
        this.files = new ChangedFiles(api, ref);
        this.ref = ref;
    }

    PullRequest read() {
        Wire.Pull before = pull();
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Optional<Facts> facts = facts(before);
            Wire.Pull after = pull();
            if (facts.isPresent() && before.proposesTheSameAs(after)) {
                return assemble(after, facts.get());
            }
            before = after;
        }
        throw new PullRequestsUnavailable(MOVING.formatted(ref));
    }

    private record Facts(List<Wire.Commit> commits, List<ChangedFile> files, List<Review> reviews) {}

    private Wire.Pull pull() {
        return api.get(api.at("pulls/" + ref.number()).build(), Wire.Pull.class);
    }

    /** Nothing if the lists are shorter than GitHub itself says they are. */
    private Optional<Facts> facts(Wire.Pull pull) {
        List<Wire.Commit> commits = commits(pull);
        if (commits.size() < pull.commits()) {
            return Optional.empty();
        }
        List<Review> reviews = Reviews.of(api.list(api.at("pulls/" + ref.number() + "/reviews"), Wire.Review[].class));
        return files.read(pull).map(read -> new Facts(commits, read, reviews));
    }

    private List<Wire.Commit> commits(Wire.Pull pull) {
        if (pull.commits() <= MOST_LISTED_COMMITS) {
            return api.list(api.at("pulls/" + ref.number() + "/commits"), Wire.Commit[].class);
        }
        String range = pull.base().sha() + "..." + pull.head().sha();
        return api.pages(api.at("compare/" + range), Wire.Comparison.class).stream()
                .flatMap(page -> page.commits().stream())
                .toList();
    }

    private PullRequest assemble(Wire.Pull pull, Facts facts) {
        Wire.Tip head = pull.head();
        return new PullRequest(
                ref,
                pull.htmlUrl(),
                pull.title(),
                Objects.requireNonNullElse(pull.body(), ""),
                state(pull),
                pull.draft(),
                Wire.Account.orGhost(pull.user()),
                CommitPeople.of(facts.commits, this::accountByEmail),
                head.sha(),
                committedAt(head.sha(), facts.commits),
                head.ref(),
                pull.base().ref(),
                pull.base().sha(),
                isFork(head.repo(), pull.base().repo()),
                pull.mergeability(),
                pull.merged() ? pull.mergeCommitSha() : null,
                pull.labels().stream().map(Wire.Label::name).toList(),
                facts.files,
                facts.reviews);
    }

    private static PullRequest.State state(Wire.Pull pull) {
        if (pull.merged()) {
            return PullRequest.State.MERGED;
        }
        return pull.state().equals("open") ? PullRequest.State.OPEN : PullRequest.State.CLOSED;
    }

    /** A deleted fork has no repository any more. */
    private static boolean isFork(Wire.@Nullable Repository head, Wire.@Nullable Repository base) {
        return head == null || base == null || head.id() != base.id();
    }

    private Instant committedAt(String sha, List<Wire.Commit> commits) {
        return commits.stream()
                .filter(commit -> commit.sha().equals(sha))
                .findFirst()
                .orElseGet(() -> api.get(api.at("commits/" + sha).build(), Wire.Commit.class))
                .commit()
                .committer()
                .date();
    }

    private Optional<GitHubUser> accountByEmail(String email) {
        return api.firstOf(api.at("commits").addQueryParameter("author", email), Wire.Commit[].class)
                // a login is searched for, too, and a server may search for less
                .filter(commit -> commit.commit().author().email().equalsIgnoreCase(email))
                .map(Wire.Commit::author)
                .filter(Wire.Account::isKnown)
                .map(Wire.Account::orGhost);
    }
}
