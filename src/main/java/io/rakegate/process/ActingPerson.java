package io.rakegate.process;

import io.rakegate.identity.Acting;
import io.rakegate.identity.Person;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who acts now: taken from the engine's authentication, never from an assignee or a form. */
@Component
public class ActingPerson {

    private final Acting acting;

    ActingPerson(Acting acting) {
        this.acting = acting;
    }

    /** The acting person; empty when nobody is logged in, as in a job. */
    public Optional<Person> find() {
        return acting.now();
    }

    /**
     * The acting person.
     *
     * @throws ActRefused if nobody known is logged in
     */
    public Person get() {
        return find().orElseThrow(() -> new ActRefused("Nobody who is known here is logged in. Log in and try again."));
    }
}
