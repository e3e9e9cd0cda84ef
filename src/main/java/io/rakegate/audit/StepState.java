package io.rakegate.audit;

import io.rakegate.process.Waiting;
import io.rakegate.process.catalogue.Step;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a change stands with one of the ten steps.
 *
 * @param step the step
 * @param state whether it is done, worked on, or still to come
 * @param waiting whose turn it is at this step
 * @param since when it was reached last, null if it was not
 * @param until when it was left, null while it was not
 */
public record StepState(
        Step step,
        State state,
        List<Waiting> waiting,
        @Nullable Instant since,
        @Nullable Instant until) {

    public StepState {
        waiting = List.copyOf(waiting);
    }

    /** How far a step is. */
    public enum State {
        DONE("done"),
        NOW("now"),
        TO_COME("to come"),
        /** Never finished, because the change ended before. */
        NOT_DONE("not done");

        private final String words;

        State(String words) {
            this.words = words;
        }

        /** What to call it. */
        public String words() {
            return words;
        }
    }
}
