package io.rakegate.sandbox.github;

import java.time.Instant;

/**
 * A review.
 *
 * @param id its number
 * @param author who reviewed
 * @param state what it says
 * @param body its text, may be empty
 * @param commitSha the head at the moment of reviewing
 * @param submittedAt when
 */
public record Review(long id, Account author, State state, String body, String commitSha, Instant submittedAt) {

    /** What a review says; the names are those of the wire format. */
    public enum State {
        APPROVED,
        CHANGES_REQUESTED,
        COMMENTED,
        DISMISSED
    }
}
