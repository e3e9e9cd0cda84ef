package io.rakegate.pullrequest.github;

import io.rakegate.pullrequest.PullRequestsUnavailable;
import io.rakegate.pullrequest.Review;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The reviews of a pull request, oldest first; one that is not submitted yet is none. */
final class Reviews {

    private Reviews() {}

    static List<Review> of(List<Wire.Review> listed) {
        return listed.stream()
                .filter(review -> !review.state().equals("PENDING"))
                .map(Reviews::review)
                .sorted(Comparator.comparing(Review::submittedAt))
                .toList();
    }

    private static Review review(Wire.Review review) {
        // without a commit or a time it stands for no commit and comes before every other one
        return new Review(
                Wire.Account.orGhost(review.user()),
                state(review.state()),
                Objects.requireNonNullElse(review.commitId(), ""),
                Objects.requireNonNullElse(review.submittedAt(), Instant.EPOCH),
                review.htmlUrl());
    }

    private static Review.State state(String name) {
        return Arrays.stream(Review.State.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new PullRequestsUnavailable("GitHub gives a review the unknown state " + name + "."));
    }
}
