package io.rakegate.process;

import io.rakegate.identity.People;
import io.rakegate.identity.Person;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Who acts now: taken from the engine's authentication, never from an assignee or a form. */
@Component
public class ActingPerson {

    private final IdentityService identityService;
    private final People people;

    ActingPerson(IdentityService identityService, People people) {
        this.identityService = identityService;
        this.people = people;
    }

    /** The acting person; empty when nobody is logged in, as in a job. */
    public Optional<Person> find() {
        Authentication authentication = identityService.getCurrentAuthentication();
        return Optional.ofNullable(authentication)
                .map(Authentication::getUserId)
                .flatMap(people::find);
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
