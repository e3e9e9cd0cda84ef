package io.rakegate.identity.engine;

import io.rakegate.identity.Acting;
import io.rakegate.identity.People;
import io.rakegate.identity.Person;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Tells the engine on whose behalf it works, by its own authentication of the thread. */
@Component
class EngineActing implements Acting {

    private final IdentityService identity;
    private final ProcessEngineConfigurationImpl engine;
    private final People people;

    EngineActing(IdentityService identity, ProcessEngineConfigurationImpl engine, People people) {
        this.identity = identity;
        this.engine = engine;
        this.people = people;
    }

    @Override
    public Optional<Person> now() {
        Authentication current = identity.getCurrentAuthentication();
        return current == null || current.getUserId() == null ? Optional.empty() : people.find(current.getUserId());
    }

    @Override
    public Turn turnOf(Person person) {
        Authentication before = identity.getCurrentAuthentication();
        identity.setAuthentication(person.userId(), List.copyOf(person.groups()));
        return () -> {
            if (before == null) {
                identity.clearAuthentication();
            } else {
                identity.setAuthentication(before);
            }
        };
    }

    @Override
    public <T> T beyondOwnGrants(Supplier<T> work) {
        return engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> {
                    boolean checked = context.isTenantCheckEnabled();
                    context.disableTenantCheck();
                    try {
                        return work.get();
                    } finally {
                        context.setTenantCheckEnabled(checked);
                    }
                }));
    }
}
