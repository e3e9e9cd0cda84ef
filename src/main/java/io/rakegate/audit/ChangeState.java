package io.rakegate.audit;

import io.rakegate.process.catalogue.Outcome;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a change runs, or how it ended: what the list of changes can be narrowed to. */
public enum ChangeState {
    RUNNING("running", null),
    COMPLETED("completed", Outcome.COMPLETED),
    BACKED_OUT("backed out", Outcome.BACKED_OUT),
    REJECTED("rejected", Outcome.REJECTED),
    WITHDRAWN("withdrawn", Outcome.WITHDRAWN),
    PULL_REQUEST_CLOSED("pull request closed", Outcome.PULL_REQUEST_CLOSED),
    /** Ended, but at no end of the diagram: somebody deleted the case. */
    DELETED("deleted before its end", null);

    private final String words;
    private final @Nullable Outcome outcome;

    ChangeState(String words, @Nullable Outcome outcome) {
        this.words = words;
        this.outcome = outcome;
    }

    /** What to call it. */
    public String words() {
        return words;
    }

    /** How a change of this state ended; empty for one that runs or was deleted. */
    public Optional<Outcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    /** The state of a change that ended this way, or at no end of the diagram. */
    public static ChangeState ended(@Nullable Outcome outcome) {
        return Stream.of(values())
                .filter(state -> state != RUNNING && state.outcome == outcome)
                .findFirst()
                .orElseThrow();
    }
}
