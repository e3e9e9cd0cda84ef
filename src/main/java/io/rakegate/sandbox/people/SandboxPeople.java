package io.rakegate.sandbox.people;

import io.rakegate.identity.Groups;
import io.rakegate.identity.LocalUser;
import io.rakegate.identity.LocalUsers;
import io.rakegate.identity.LoginHints;
import io.rakegate.identity.SelfGuarded;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Lets the sandbox's people exist and tells the login page about them. The sandbox's fake services check their callers'
 * tokens themselves.
 */
@Component
@ConditionalOnProperty("rakegate.sandbox.enabled")
class SandboxPeople implements SmartInitializingSingleton, LoginHints, SelfGuarded {

    private final LocalUsers users;
    private final Groups groups;

    SandboxPeople(LocalUsers users, Groups groups, LoopbackOnly loopbackOnly) {
        this.users = users;
        this.groups = groups;
        loopbackOnly.check();
    }

    @Override
    public void afterSingletonsInstantiated() {
        users.ensure(Arrays.stream(SandboxPerson.values())
                .map(person ->
                        new LocalUser(person.userId(), person.displayName(), person.userId(), person.groups(groups)))
                .toList());
    }

    @Override
    public List<Hint> hints() {
        return Arrays.stream(SandboxPerson.values())
                .map(person -> new Hint(person.userId(), person.userId(), person.does()))
                .toList();
    }

    @Override
    public List<String> paths() {
        return List.of("/sandbox/github/api/**", "/sandbox/slack/api/**");
    }
}
