package io.rakegate.sandbox.github.page;

import io.rakegate.pullrequest.PullRequestRef;
import io.rakegate.sandbox.github.Account;
import io.rakegate.sandbox.github.Accounts;
import io.rakegate.sandbox.github.Comments;
import io.rakegate.sandbox.github.Commits;
import io.rakegate.sandbox.github.FileChanges;
import io.rakegate.sandbox.github.Gate;
import io.rakegate.sandbox.github.InSandbox;
import io.rakegate.sandbox.github.Merging;
import io.rakegate.sandbox.github.Pull;
import io.rakegate.sandbox.github.Pulls;
import io.rakegate.sandbox.github.Repositories;
import io.rakegate.sandbox.github.Reviews;
import io.rakegate.sandbox.github.Statuses;
import java.util.List;
import org.springframework.stereotype.Component;

/** Gathers what pages show. */
@InSandbox
@Component("sandboxGitHubPullViews")
class PullViews {

    private final Repositories repositories;
    private final Pulls pulls;
    private final Commits commits;
    private final FileChanges changes;
    private final Reviews reviews;
    private final Comments comments;
    private final Statuses statuses;
    private final Gate gate;
    private final Merging merging;
    private final Accounts accounts;

    PullViews(
            Repositories repositories,
            Pulls pulls,
            Commits commits,
            FileChanges changes,
            Reviews reviews,
            Comments comments,
            Statuses statuses,
            Gate gate,
            Merging merging,
            Accounts accounts) {
        this.repositories = repositories;
        this.pulls = pulls;
        this.commits = commits;
        this.changes = changes;
        this.reviews = reviews;
        this.comments = comments;
        this.statuses = statuses;
        this.gate = gate;
        this.merging = merging;
        this.accounts = accounts;
    }

    /**
     * A pull request in the list.
     *
     * @param pull the pull request
     * @param gate what Rakegate says about its head, a dash if nothing yet
     */
    public record Line(Pull pull, String gate) {}

    PullView of(PullRequestRef ref) {
        Pull pull = pulls.get(ref);
        String tip = repositories.tip(pull.repository(), pull.baseBranch()).orElse("");
        return new PullView(
                pull,
                commits.between(pull.repository(), pull.baseSha(), pull.headSha()),
                changes.of(pull),
                reviews.of(pull),
                comments.of(pull),
                statuses.latest(pull.repository(), pull.headSha()),
                gate.of(pull).orElse(null),
                pull.open() && merging.possible(pull),
                pull.open() && !tip.equals(pull.baseSha()),
                people());
    }

    List<Line> lines() {
        return repositories.all().stream()
                .flatMap(repository -> pulls.of(repository).stream())
                .map(pull -> new Line(pull, gate.of(pull).map(Gate.Says::state).orElse("–")))
                .toList();
    }

    /** Who can be played: everybody but Rakegate's own account. */
    List<Account> people() {
        return accounts.all().stream()
                .filter(account -> account.id() != Accounts.RAKEGATE.id())
                .toList();
    }
}
