package io.rakegate.process.task;

import io.rakegate.pullrequest.GitHubUser;
import io.rakegate.pullrequest.PullRequest;
import io.rakegate.pullrequest.Review;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The last word of each reviewer: comments say nothing, a dismissed review takes the word back. */
final class LastWords {

    private LastWords() {}

    /** Approvals and requests for changes that stand for the head commit, oldest first. */
    static List<Review> at(PullRequest pullRequest) {
        return all(pullRequest).stream()
                .filter(review -> review.state() != Review.State.DISMISSED)
                .filter(review -> review.commitSha().equals(pullRequest.headSha()))
                .toList();
    }

    /** The last word of each reviewer, whatever it is and for which commit, oldest first. */
    static List<Review> all(PullRequest pullRequest) {
        List<GitHubUser> seen = new ArrayList<>();
        List<Review> last = new ArrayList<>();
        newestFirst(pullRequest).forEach(review -> {
            if (seen.stream().noneMatch(review.author()::isSameAs)) {
                seen.add(review.author());
                last.add(0, review);
            }
        });
        return List.copyOf(last);
    }

    /** The last word of one account, whatever commit it was for. */
    static Optional<Review> of(PullRequest pullRequest, long accountId) {
        return newestFirst(pullRequest).stream()
                .filter(review -> accountId != 0 && review.author().id() == accountId)
                .findFirst();
    }

    private static List<Review> newestFirst(PullRequest pullRequest) {
        return pullRequest.reviews().stream()
                .filter(review -> review.state() != Review.State.COMMENTED)
                .sorted(Comparator.comparing(Review::submittedAt).reversed())
                .toList();
    }
}
