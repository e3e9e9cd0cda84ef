package io.rakegate.process;

import io.rakegate.identity.Acting;
import io.rakegate.identity.Person;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.ServiceImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;

/** Acting in tests of the process, where authorizations are off and only the engine's authentication counts. */
final class FakeActing implements Acting {

    private final IdentityService identityService;
    private final FakePeople people;

    FakeActing(IdentityService identityService, FakePeople people) {
        this.identityService = identityService;
        this.people = people;
    }

    @Override
    public Optional<Person> now() {
        return Optional.ofNullable(identityService.getCurrentAuthentication())
                .map(Authentication::getUserId)
                .flatMap(people::find);
    }

    @Override
    public Turn turnOf(Person person) {
        Authentication before = identityService.getCurrentAuthentication();
        identityService.setAuthentication(person.userId(), List.copyOf(person.groups()));
        return () -> {
            identityService.clearAuthentication();
            if (before != null) {
                identityService.setAuthentication(before.getUserId(), before.getGroupIds());
            }
        };
    }

    @Override
    public <T> T beyondOwnGrants(Supplier<T> work) {
        return ((ServiceImpl) identityService)
                .getCommandExecutor()
                .execute(context -> context.runWithoutAuthorization(work::get));
    }
}
