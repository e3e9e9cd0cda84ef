package io.rakegate.process;

import io.rakegate.identity.Person;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Does something in the name of a person who did it elsewhere, so that the operation log and the rules see them. */
@Component
public class ActingAs {

    private final IdentityService identityService;

    ActingAs(IdentityService identityService) {
        this.identityService = identityService;
    }

    /** Runs it with the person as the engine's authentication; what was before is put back, whatever happens. */
    public void run(Person person, Runnable act) {
        Authentication before = identityService.getCurrentAuthentication();
        identityService.setAuthentication(person.userId(), List.copyOf(person.groups()));
        try {
            act.run();
        } finally {
            if (before == null) {
                identityService.clearAuthentication();
            } else {
                identityService.setAuthentication(before.getUserId(), before.getGroupIds(), before.getTenantIds());
            }
        }
    }
}
