package io.rakegate.identity.engine;

import io.rakegate.identity.IdentityProperties;
import io.rakegate.identity.IdentityProperties.Administrator;
import io.rakegate.identity.IdentityProperties.Program;
import io.rakegate.identity.LocalUser;
import io.rakegate.identity.LocalUsers;
import io.rakegate.identity.People;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Groups;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * At start, before the first request: the groups exist, the break-glass administrator can log in, the grants are right.
 * A Rakegate without an administrator does not start, since the engine would let anyone become one.
 */
@Component
class IdentityStart implements SmartInitializingSingleton, SmartLifecycle {

    private final EngineLocalUsers users;
    private final Grants grants;
    private final GrantRepair repair;
    private final OneNodeAtATime oneNode;
    private final People people;
    private final List<Program> services;
    private final @Nullable Administrator administrator;
    private volatile boolean running;

    IdentityStart(
            EngineLocalUsers users,
            Grants grants,
            GrantRepair repair,
            OneNodeAtATime oneNode,
            People people,
            IdentityProperties properties) {
        this.users = users;
        this.grants = grants;
        this.repair = repair;
        this.oneNode = oneNode;
        this.people = people;
        this.services = properties.services();
        this.administrator = properties.administrator();
    }

    @Override
    public void afterSingletonsInstantiated() {
        users.ensureGroups(grants.groups());
        oneNode.run(() -> repair.repair(grants.all()));
        users.ensureServices(services);
        if (administrator != null) {
            ensure(users, administrator);
        }
    }

    /** Runs once every room has had its say about who exists, and before the web server answers. */
    @Override
    public void start() {
        if (people.membersOf(Groups.CAMUNDA_ADMIN).isEmpty()) {
            throw new IllegalStateException("""
                    Nobody is in the group camunda-admin, and Rakegate does not start without an administrator. \
                    Set rakegate.identity.administrator.user-id and rakegate.identity.administrator.password \
                    (at least 12 characters).""");
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    private static void ensure(LocalUsers users, Administrator administrator) {
        users.ensure(List.of(new LocalUser(
                administrator.userId(), "Administrator", administrator.password(), Set.of(Groups.CAMUNDA_ADMIN))));
    }
}
