package io.rakegate.pullrequest;

/**
 * What the merge gate says on a commit.
 *
 * @param state whether the merge may go ahead
 * @param description whose turn it is or what is missing, at most 140 characters are shown
 * @param detailsUrl the change's page
 */
public record MergeGate(State state, String description, String detailsUrl) {

    /** Whether the merge may go ahead. */
    public enum State {
        PENDING,
        FAILURE,
        SUCCESS
    }
}
