package io.rakegate.pullrequest;

import java.time.Instant;

/**
 * One review of a pull request, as GitHub keeps it. "Reviews with their commit id are the only truth."
 *
 * @param author who reviewed
 * @param state what the review says
 * @param commitSha the commit the review was given for
 * @param submittedAt when it was submitted
 * @param url its page
 */
public record Review(GitHubUser author, State state, String commitSha, Instant submittedAt, String url) {

    /** What a review says. */
    public enum State {
        APPROVED,
        CHANGES_REQUESTED,
        COMMENTED,
        DISMISSED
    }
}
