package io.rakegate.sandbox.github;

import io.rakegate.pullrequest.PullRequestRef;

/**
 * What somebody did to a pull request, as GitHub's webhooks name it. It is told once it is stored.
 *
 * @param pull the pull request
 * @param event GitHub's name of the event, such as {@code pull_request_review}
 * @param action GitHub's name of what was done, such as {@code submitted}; empty for a push, which has none
 * @param sender login of who did it
 * @param subject number of the review or the comment that it is about; zero if it is about neither
 */
public record Happening(PullRequestRef pull, String event, String action, String sender, long subject) {

    /** The event of a pull request itself. */
    public static final String PULL_REQUEST = "pull_request";

    /** The event of a review. */
    public static final String REVIEW = "pull_request_review";

    /** The event of a comment. */
    public static final String COMMENT = "issue_comment";

    /** The event of commits on a branch. */
    public static final String PUSH = "push";

    static Happening to(Pull pull, String action, String sender) {
        return new Happening(pull.ref(), PULL_REQUEST, action, sender, 0);
    }

    static Happening pushed(Pull pull, String sender) {
        return new Happening(pull.ref(), PUSH, "", sender, 0);
    }

    static Happening reviewed(Pull pull, String action, Review review, String sender) {
        return new Happening(pull.ref(), REVIEW, action, sender, review.id());
    }

    static Happening commented(Pull pull, Comment comment) {
        return new Happening(pull.ref(), COMMENT, "created", comment.author().login(), comment.id());
    }
}
