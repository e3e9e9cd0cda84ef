package io.rakegate.process;

import java.util.Optional;
import java.util.stream.Stream;

/** Finds the refusal behind what the engine makes of an exception in a listener. */
public final class Refusals {

    private Refusals() {}

    /** The refusal in a chain of causes: {@link InputRefused}, {@link ActRefused} or {@link ChangeAlreadyRunning}. */
    public static Optional<RuntimeException> in(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .filter(Refusals::isRefusal)
                .map(RuntimeException.class::cast)
                .findFirst();
    }

    private static boolean isRefusal(Throwable thrown) {
        return thrown instanceof InputRefused || thrown instanceof ActRefused || thrown instanceof ChangeAlreadyRunning;
    }
}
