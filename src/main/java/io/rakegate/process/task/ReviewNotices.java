package io.rakegate.process.task;

import io.rakegate.identity.People;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.pullrequest.PullRequest;
import io.rakegate.pullrequest.Review;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Why a review on GitHub counts for nothing, for its author and for those who wonder whose turn it is. */
final class ReviewNotices {

    private static final String OUTDATED = """
            The answers changed after it was given. Confirm in Tasklist, where the difference is shown, or approve on \
            GitHub again.""";
    private static final String ABOUT_A_REVIEW = "The review by @";
    private static final String BEGINNING = ABOUT_A_REVIEW + "%s does not count. ";
    private static final String BOT = "It is by a bot; a person has to approve.";
    private static final String STALE = "It is for the older commit %s. Review the newest one: %s/files";
    private static final String DISMISSED = "It was dismissed on GitHub. Approve again if it still holds.";
    private static final String UNKNOWN = """
            Rakegate knows nobody behind this account. Ask the administrator to connect it with its person, or approve in \
            Tasklist.""";

    private ReviewNotices() {}

    /** A sentence for each approval that cannot count, whatever side it would be for. */
    static List<String> of(PullRequest pullRequest, People people) {
        return LastWords.all(pullRequest).stream()
                .flatMap(review -> why(review, pullRequest, people).map(reason -> about(review, reason)).stream())
                .toList();
    }

    /** What is said of a review that does not count, with the reason. */
    static String about(Review review, String reason) {
        return BEGINNING.formatted(review.author().login()) + reason;
    }

    private static Optional<String> why(Review review, PullRequest pullRequest, People people) {
        if (review.state() == Review.State.CHANGES_REQUESTED) {
            return Optional.empty();
        }
        if (review.author().bot()) {
            return Optional.of(BOT);
        }
        if (review.state() == Review.State.DISMISSED) {
            return Optional.of(DISMISSED);
        }
        if (!review.commitSha().equals(pullRequest.headSha())) {
            return Optional.of(STALE.formatted(shortened(review.commitSha()), pullRequest.url()));
        }
        return people.behind(review.author()).isPresent() ? Optional.empty() : Optional.of(UNKNOWN);
    }

    /** What the look before said of reviews on GitHub, without what was said of an approval in Tasklist. */
    static List<String> ofReviews(DelegateExecution change) {
        return ChangeVariables.REVIEW_NOTICE
                .get(change, "")
                .lines()
                .filter(line -> line.startsWith(ABOUT_A_REVIEW))
                .toList();
    }

    /** Why an approval of this commit does not count any more: it was given before the answers changed. */
    static Optional<String> outdated(DelegateExecution change, Review review) {
        return ChangeVariables.ANSWERS_CHANGED_AT
                .find(change)
                .map(Instant::parse)
                .filter(changed -> review.state() == Review.State.APPROVED
                        && review.submittedAt().isBefore(changed))
                .map(outdated -> OUTDATED);
    }

    private static String shortened(String sha) {
        return sha.length() == 40 ? sha.substring(0, 7) : sha;
    }
}
