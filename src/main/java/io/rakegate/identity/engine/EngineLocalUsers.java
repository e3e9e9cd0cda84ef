package io.rakegate.identity.engine;

import io.rakegate.identity.IdentityProperties.Program;
import io.rakegate.identity.LocalUser;
import io.rakegate.identity.LocalUsers;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/** Keeps local users in the engine's identity tables. */
@Component
class EngineLocalUsers implements LocalUsers {

    private final IdentityService identity;
    private final OneNodeAtATime oneNode;

    EngineLocalUsers(IdentityService identity, OneNodeAtATime oneNode) {
        this.identity = identity;
        this.oneNode = oneNode;
    }

    @Override
    public void ensure(List<LocalUser> users) {
        oneNode.run(() -> users.forEach(this::ensure));
    }

    /** Makes sure that these groups exist, so that an empty one can be told from a misspelt one. */
    void ensureGroups(Set<String> groupIds) {
        oneNode.run(() -> groupIds.forEach(this::ensureGroup));
    }

    /** Makes sure that these programs exist in exactly their groups, without a password that anybody knows. */
    void ensureServices(List<Program> services) {
        oneNode.run(() -> services.forEach(this::ensure));
    }

    private void ensure(Program wanted) {
        if (identity.createUserQuery().userId(wanted.userId()).count() == 0) {
            User user = identity.newUser(wanted.userId());
            user.setFirstName(wanted.name());
            user.setLastName("");
            // the engine cannot compare with none, and nobody knows this one
            user.setPassword(
                    HexFormat.of().formatHex(KeyGenerators.secureRandom(32).generateKey()));
            identity.saveUser(user);
        }
        for (Group group :
                identity.createGroupQuery().groupMember(wanted.userId()).list()) {
            if (!wanted.groups().contains(group.getId())) {
                identity.deleteMembership(wanted.userId(), group.getId());
            }
        }
        wanted.groups().forEach(group -> ensureMember(wanted.userId(), group));
    }

    private void ensure(LocalUser wanted) {
        requireValid(wanted.userId());
        User user = identity.createUserQuery().userId(wanted.userId()).singleResult();
        if (user == null) {
            user = identity.newUser(wanted.userId());
        } else if (identity.getUserInfo(wanted.userId(), ProviderPeople.ISSUER) != null) {
            throw new IllegalStateException(
                    "The user id \"" + wanted.userId()
                            + "\" belongs to somebody who logs in at the identity provider; choose another for the local user.");
        }
        user.setFirstName(wanted.name());
        // the web applications show both names, and "null" for one that is not set
        user.setLastName("");
        user.setPassword(wanted.password());
        identity.saveUser(user);
        identity.unlockUser(wanted.userId());
        wanted.groups().forEach(group -> ensureMember(wanted.userId(), group));
    }

    private void ensureMember(String userId, String groupId) {
        ensureGroup(groupId);
        boolean member =
                identity.createGroupQuery().groupId(groupId).groupMember(userId).count() > 0;
        if (!member) {
            identity.createMembership(userId, groupId);
        }
    }

    private void ensureGroup(String groupId) {
        requireValid(groupId);
        if (identity.createGroupQuery().groupId(groupId).count() == 0) {
            Group group = identity.newGroup(groupId);
            group.setName(groupId);
            group.setType("WORKFLOW");
            identity.saveGroup(group);
        }
    }

    private static void requireValid(String id) {
        if (!id.matches(LocalUser.ID)) {
            throw new IllegalArgumentException("\"" + id + "\" cannot be the id of a user or group: up to 64 letters,"
                    + " digits and - _ . @ | : are allowed, beginning with a letter or digit.");
        }
    }
}
