package io.rakegate.sandbox.github;

import io.rakegate.pullrequest.PullRequestRef;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people and Rakegate say on a pull request: reviews, comments, statuses, checks. Every method is one database
 * transaction that is durable when the method returns.
 *
 * <p>Errors: {@link Refusal} with the sentence and status that GitHub would answer.
 */
@InSandbox
@Component("sandboxGitHubConversation")
@Transactional
public class Conversation {

    private static final int LONGEST_BODY = 65_536;
    private static final int LONGEST_DESCRIPTION = 140;
    private static final Set<String> STATES = Set.of("error", "failure", "pending", "success");

    private final Pulls pulls;
    private final Accounts accounts;
    private final Reviews reviews;
    private final Comments comments;
    private final Statuses statuses;
    private final CheckRuns checkRuns;
    private final Commits commits;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Conversation(
            Pulls pulls,
            Accounts accounts,
            Reviews reviews,
            Comments comments,
            Statuses statuses,
            CheckRuns checkRuns,
            Commits commits,
            ApplicationEventPublisher events,
            Clock clock) {
        this.pulls = pulls;
        this.accounts = accounts;
        this.reviews = reviews;
        this.comments = comments;
        this.statuses = statuses;
        this.checkRuns = checkRuns;
        this.commits = commits;
        this.events = events;
        this.clock = clock;
    }

    /** Reviews the head of a pull request; as on GitHub nobody can approve or refuse their own. */
    public Review review(PullRequestRef ref, String login, Review.State state, String body) {
        Pull pull = pulls.lock(ref);
        Account account = accounts.named(login);
        if (state == Review.State.DISMISSED) {
            throw Refusal.unprocessable("A review is dismissed after it was given.");
        }
        if (state != Review.State.COMMENTED && account.id() == pull.author().id()) {
            throw Refusal.unprocessable(
                    state == Review.State.APPROVED
                            ? "Can not approve your own pull request"
                            : "Can not request changes on your own pull request");
        }
        if (state != Review.State.APPROVED && body.isBlank()) {
            throw Refusal.unprocessable("A review that does not approve needs a text.");
        }
        pulls.touch(pull, now());
        Review review = reviews.add(pull, account, state, Writing.storable(body), pull.headSha(), now());
        events.publishEvent(Happening.reviewed(pull, "submitted", review, login));
        return review;
    }

    /** Dismisses a review, so that it no longer counts. */
    public void dismiss(PullRequestRef ref, long reviewId) {
        Pull pull = pulls.lock(ref);
        Review review = reviews.find(pull, reviewId).orElseThrow(Refusal::notFound);
        if (review.state() == Review.State.COMMENTED || review.state() == Review.State.DISMISSED) {
            throw Refusal.unprocessable("Can not dismiss a commented or dismissed pull request review");
        }
        reviews.dismiss(review);
        pulls.touch(pull, now());
        events.publishEvent(
                Happening.reviewed(pull, "dismissed", review, pull.author().login()));
    }

    /** Comments on a pull request. */
    public Comment comment(PullRequestRef ref, String login, String body) {
        Pull pull = pulls.lock(ref);
        Comment comment = comments.add(pull, accounts.named(login), checked(body), now());
        pulls.touch(pull, now());
        events.publishEvent(Happening.commented(pull, comment));
        return comment;
    }

    /** Changes what a comment says. */
    public Comment edit(Comment comment, String body) {
        return comments.edit(comment, checked(body), now());
    }

    /** Deletes a comment. */
    public void delete(Comment comment) {
        comments.delete(comment);
    }

    /** Says something about a commit; the last one of a context stands. */
    public Status say(Repository repository, String sha, Status status) {
        if (commits.find(repository, sha).isEmpty()) {
            throw Refusal.unprocessable("No commit found for SHA: " + sha);
        }
        if (!STATES.contains(status.state())) {
            throw Refusal.invalid("Status", "state", "invalid");
        }
        String description = status.description();
        if (description != null && description.length() > LONGEST_DESCRIPTION) {
            throw Refusal.invalid("Status", "description", "invalid");
        }
        return statuses.add(repository, sha, status, now());
    }

    /** Starts a check of a commit. */
    public CheckRun start(Repository repository, CheckRun run) {
        if (commits.find(repository, run.headSha()).isEmpty()) {
            throw Refusal.unprocessable("No commit found for SHA: " + run.headSha());
        }
        return checkRuns.add(repository, run);
    }

    /** Changes what a check says. */
    public CheckRun update(long id, CheckRun run) {
        return checkRuns.update(id, run);
    }

    private static String checked(String body) {
        if (body.isBlank()) {
            throw Refusal.invalid("IssueComment", "body", "missing_field");
        }
        if (body.length() > LONGEST_BODY) {
            throw Refusal.unprocessable("Body is too long (maximum is 65536 characters)");
        }
        return Writing.storable(body);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
