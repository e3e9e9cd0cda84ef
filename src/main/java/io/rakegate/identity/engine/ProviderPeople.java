package io.rakegate.identity.engine;

import io.rakegate.identity.LocalUser;
import io.rakegate.pullrequest.GitHubUser;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps the people whom an identity provider vouches for in the engine's identity tables, as the latest token describes
 * them. A group that the provider took away is gone with the next token; an older token brings nothing back. Tokens tell
 * their time in whole seconds: of two from the same second only what both say counts.
 */
@Component
public class ProviderPeople {

    static final String ISSUER = "rakegate.issuer";
    static final String ISSUED_AT = "rakegate.issued-at";
    static final String GIT_HUB_ID = "rakegate.git-hub-id";
    static final String GIT_HUB_LOGIN = "rakegate.git-hub-login";

    private final IdentityService identity;
    private final OneNodeAtATime oneNode;
    private final Grants grants;

    ProviderPeople(IdentityService identity, OneNodeAtATime oneNode, Grants grants) {
        this.identity = identity;
        this.oneNode = oneNode;
        this.grants = grants;
    }

    /**
     * Takes note of what a token says about its owner.
     *
     * @throws NotWelcome if this user id cannot be taken, or belongs to somebody else here
     */
    public void welcome(Vouched person) {
        if (!person.userId().matches(LocalUser.ID)) {
            throw new NotWelcome("The provider's user id '" + person.userId() + "' cannot be a user id here.");
        }
        if (!isKnown(person)) {
            oneNode.run(() -> takeNote(person));
        }
    }

    /** Whether somebody logs in at a provider, and so never with a password kept here. */
    public boolean isVouchedFor(String userId) {
        return identity.getUserInfo(userId, ISSUER) != null;
    }

    /** When a provider last said who somebody is and in which groups; empty for a local user. */
    public Optional<Instant> vouchedAt(String userId) {
        return Optional.ofNullable(identity.getUserInfo(userId, ISSUED_AT))
                .map(millis -> Instant.ofEpochMilli(Long.parseLong(millis)));
    }

    private void takeNote(Vouched person) {
        if (isKnown(person)) {
            return;
        }
        boolean sameMoment = isNotedFrom(person.issuedAt(), person);
        User user = identity.createUserQuery().userId(person.userId()).singleResult();
        if (user == null) {
            user = identity.newUser(person.userId());
        } else if (!person.issuer().equals(identity.getUserInfo(person.userId(), ISSUER))) {
            throw new NotWelcome("The user id '" + person.userId() + "' belongs to somebody else here.");
        }
        user.setFirstName(person.name());
        user.setLastName("");
        identity.saveUser(user);
        identity.setUserInfo(person.userId(), ISSUER, person.issuer());
        identity.setUserInfo(
                person.userId(), ISSUED_AT, Long.toString(person.issuedAt().toEpochMilli()));
        takeNote(person.userId(), person.gitHub());
        updateGroups(person, sameMoment);
    }

    private void takeNote(String userId, @Nullable GitHubUser account) {
        if (account == null) {
            identity.deleteUserInfo(userId, GIT_HUB_ID);
            identity.deleteUserInfo(userId, GIT_HUB_LOGIN);
        } else {
            identity.setUserInfo(userId, GIT_HUB_ID, Long.toString(account.id()));
            identity.setUserInfo(userId, GIT_HUB_LOGIN, account.login());
        }
    }

    private void updateGroups(Vouched person, boolean onlyTakeAway) {
        Set<String> held = groupsOf(person.userId());
        for (String group : held) {
            if (!person.groups().contains(group)) {
                identity.deleteMembership(person.userId(), group);
            }
        }
        if (!onlyTakeAway) {
            Set<String> wanted = new HashSet<>(person.groups());
            wanted.retainAll(grants.groups());
            wanted.removeAll(held);
            wanted.forEach(group -> identity.createMembership(person.userId(), group));
        }
    }

    private Set<String> groupsOf(String userId) {
        return identity.createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the same token, or a later one, was noted already. */
    private boolean isKnown(Vouched person) {
        String noted = identity.getUserInfo(person.userId(), ISSUED_AT);
        if (noted == null || !person.issuer().equals(identity.getUserInfo(person.userId(), ISSUER))) {
            return false;
        }
        long later = Long.parseLong(noted) - person.issuedAt().toEpochMilli();
        return later > 0 || (later == 0 && person.groups().containsAll(groupsOf(person.userId())));
    }

    private boolean isNotedFrom(Instant moment, Vouched person) {
        return Long.toString(moment.toEpochMilli()).equals(identity.getUserInfo(person.userId(), ISSUED_AT));
    }

    /**
     * What a token says about its owner.
     *
     * @param issuer the provider
     * @param userId the immutable user id there and here
     * @param name what to call them
     * @param groups names of their groups; those that Rakegate does not know are left out
     * @param gitHub their account on GitHub, null if the provider does not say
     * @param issuedAt when the token was made
     */
    public record Vouched(
            String issuer,
            String userId,
            String name,
            Set<String> groups,
            @Nullable GitHubUser gitHub,
            Instant issuedAt) {

        public Vouched {
            groups = Set.copyOf(groups);
        }
    }

    /** Says why somebody who logged in at the provider cannot be let in here. */
    public static class NotWelcome extends RuntimeException {

        NotWelcome(String reason) {
            super(reason);
        }
    }
}
