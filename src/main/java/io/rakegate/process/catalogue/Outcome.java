package io.rakegate.process.catalogue;

import java.util.Optional;
import java.util.stream.Stream;

/** How a change ended: one for each end event of the process. */
public enum Outcome {
    COMPLETED("End_Completed", "completed in production"),
    BACKED_OUT("End_BackedOut", "run in production and backed out"),
    REJECTED("End_Rejected", "rejected by an approver"),
    WITHDRAWN("End_Withdrawn", "withdrawn by its creator"),
    PULL_REQUEST_CLOSED("End_PullRequestClosed", "closed with its pull request");

    private final String id;
    private final String words;

    Outcome(String id, String words) {
        this.id = id;
        this.words = words;
    }

    /** The outcome whose end event has this id. */
    public static Optional<Outcome> withId(String id) {
        return Stream.of(values()).filter(outcome -> outcome.id.equals(id)).findFirst();
    }

    /** The id of its end event in the diagram. */
    public String id() {
        return id;
    }

    /** What to say of the change: "the change was …". */
    public String words() {
        return words;
    }
}
