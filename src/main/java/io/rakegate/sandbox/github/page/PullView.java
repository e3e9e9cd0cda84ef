package io.rakegate.sandbox.github.page;

import io.rakegate.sandbox.github.Account;
import io.rakegate.sandbox.github.Comment;
import io.rakegate.sandbox.github.Commit;
import io.rakegate.sandbox.github.FileChange;
import io.rakegate.sandbox.github.Gate;
import io.rakegate.sandbox.github.Pull;
import io.rakegate.sandbox.github.Review;
import io.rakegate.sandbox.github.Status;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a pull request's page shows.
 *
 * @param pull the pull request
 * @param commits its commits, oldest first
 * @param files what it changes
 * @param reviews its reviews, oldest first
 * @param comments its comments, oldest first
 * @param statuses what stands on its head
 * @param gate what Rakegate says about its head, null if nothing yet
 * @param mergeable whether it could be merged without a conflict
 * @param behind whether its base branch has gone on
 * @param accounts who can act on it
 */
public record PullView(
        Pull pull,
        List<Commit> commits,
        List<FileChange> files,
        List<Review> reviews,
        List<Comment> comments,
        Collection<Status> statuses,
        Gate.@Nullable Says gate,
        boolean mergeable,
        boolean behind,
        List<Account> accounts) {

    /** Whether a review was given for an earlier commit than the head. */
    public boolean isStale(Review review) {
        return !review.commitSha().equals(pull.headSha());
    }
}
