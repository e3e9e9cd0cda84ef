package io.rakegate.process;

import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;

/** Finds the refusal behind what the engine makes of an exception in a listener. */
public final class Refusals {

    private static final String IN_NO_TEAM =
            "Only somebody of a requesting team asks for a change, and you are in none."
                    + " Ask somebody of the team whose change it is to start it.";

    private Refusals() {}

    /** The refusal in a chain of causes: {@link InputRefused}, {@link ActRefused} or {@link ChangeAlreadyRunning}. */
    public static Optional<RuntimeException> in(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .filter(Refusals::isRefusal)
                .map(RuntimeException.class::cast)
                .findFirst();
    }

    /** Why a change did not start; the engine says of whoever is in no team which of its permissions they lack. */
    static RuntimeException ofStart(ProcessEngineException thrown) {
        return in(thrown)
                .orElseGet(() -> thrown instanceof AuthorizationException ? new ActRefused(IN_NO_TEAM) : thrown);
    }

    private static boolean isRefusal(Throwable thrown) {
        return thrown instanceof InputRefused || thrown instanceof ActRefused || thrown instanceof ChangeAlreadyRunning;
    }
}
