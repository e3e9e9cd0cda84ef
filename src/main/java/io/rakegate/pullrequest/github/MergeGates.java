package io.rakegate.pullrequest.github;

import io.rakegate.pullrequest.MergeGate;
import io.rakegate.pullrequest.PullRequestRef;

/** Step 5: holds the merge of a commit until the process allows it, and says whose turn it is. */
interface MergeGates {

    /** What GitHub calls the gate; branch protection requires it by this name. */
    String NAME = "rakegate";

    /** The longest description that GitHub takes, in characters. */
    int LONGEST_DESCRIPTION = 140;

    /** Sets the gate unless it stands as it should. */
    void set(PullRequestRef ref, String headSha, MergeGate gate);

    /** The description, cut to what GitHub takes. */
    static String description(MergeGate gate) {
        String text = gate.description().strip();
        if (text.codePointCount(0, text.length()) <= LONGEST_DESCRIPTION) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, LONGEST_DESCRIPTION - 1)) + "…";
    }
}
