package io.rakegate.pullrequest;

/** Whether GitHub would merge a pull request now. It works that out after being asked, so there is a time of not knowing. */
public enum Mergeability {
    /** Nothing on GitHub stands in the way. */
    MERGEABLE,
    /** It and its base branch changed the same lines. */
    CONFLICTS,
    /** Its branch has to be brought up to date with the base branch first, because the repository asks for that. */
    BEHIND,
    /** A check or a review that the repository asks for is missing; Rakegate's own check is one of them. */
    BLOCKED,
    /** GitHub has not worked it out yet, or it is closed. This is no "no". */
    UNKNOWN
}
