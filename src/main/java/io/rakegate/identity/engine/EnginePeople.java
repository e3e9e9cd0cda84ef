package io.rakegate.identity.engine;

import io.rakegate.identity.People;
import io.rakegate.identity.Person;
import io.rakegate.pullrequest.GitHubUser;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** People as the engine's identity tables know them now, with their accounts on GitHub. */
@Component
class EnginePeople implements People {

    private final IdentityService identity;
    private final GitHubAccounts accounts;

    EnginePeople(IdentityService identity, GitHubAccounts accounts) {
        this.identity = identity;
        this.accounts = accounts;
    }

    @Override
    public Optional<Person> find(String userId) {
        return unrestricted(() -> Optional.ofNullable(
                        identity.createUserQuery().userId(userId).singleResult())
                .map(this::person));
    }

    @Override
    public Optional<Person> behind(GitHubUser account) {
        return accounts.userOf(account).flatMap(this::find);
    }

    @Override
    public List<Person> membersOf(String groupId) {
        return unrestricted(
                () -> identity.createUserQuery().memberOfGroup(groupId).orderByUserId().asc().list().stream()
                        .map(this::person)
                        .toList());
    }

    private Person person(User user) {
        Set<String> groups = new LinkedHashSet<>();
        for (Group group : identity.createGroupQuery().groupMember(user.getId()).list()) {
            groups.add(group.getId());
        }
        return new Person(user.getId(), nameOf(user), accounts.of(user.getId()), groups);
    }

    private static String nameOf(User user) {
        String name = String.join(
                        " ",
                        user.getFirstName() == null ? "" : user.getFirstName(),
                        user.getLastName() == null ? "" : user.getLastName())
                .strip();
        return name.isEmpty() ? user.getId() : name;
    }

    /** Who somebody is does not depend on who asks, so the asking person's grants are set aside. */
    private <T> T unrestricted(Supplier<T> question) {
        Authentication asking = identity.getCurrentAuthentication();
        if (asking == null) {
            return question.get();
        }
        identity.clearAuthentication();
        try {
            return question.get();
        } finally {
            identity.setAuthentication(asking);
        }
    }
}
