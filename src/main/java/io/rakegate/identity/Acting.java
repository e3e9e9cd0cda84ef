package io.rakegate.identity;

import java.util.Optional;
import java.util.function.Supplier;

/** On whose behalf the engine is used. The engine's history and operation log name that person. */
public interface Acting {

    /** Who acts in this thread now; empty for jobs and at start-up. */
    Optional<Person> now();

    /**
     * Lets somebody act in this thread until the turn is closed; what this person may do in the engine applies. Whoever
     * acted before acts again afterwards.
     */
    Turn turnOf(Person person);

    /** Does something in the name of somebody who acted elsewhere, such as by a review on GitHub. */
    default <T> T as(Person person, Supplier<T> work) {
        try (Turn turn = turnOf(person)) {
            return work.get();
        }
    }

    /**
     * Does what the acting person's own grants and sight do not reach, such as correlating a message, in the acting
     * person's name. For code that has already decided that it is right, and never for what a caller can choose freely. The work
     * runs in one transaction.
     */
    <T> T beyondOwnGrants(Supplier<T> work);

    /** The time in which somebody acts. */
    interface Turn extends AutoCloseable {

        @Override
        void close();
    }
}
