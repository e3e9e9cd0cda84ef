package io.rakegate.identity.engine;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;

/**
 * The identity service, which keeps the last administrator: without one the engine lets anyone become administrator
 * (CVE-2026-77226). And nobody, no administrator either, puts people into the groups by which they take part in changes:
 * who is in these comes from the identity provider, or from the configuration of the sandbox.
 */
class GuardedPeople extends IdentityServiceImpl {

    private final Set<String> fromElsewhere;

    GuardedPeople(Set<String> groups) {
        this.fromElsewhere = groups.stream()
                .filter(group -> !Groups.CAMUNDA_ADMIN.equals(group))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void createMembership(String userId, String groupId) {
        requireOwnGroup(groupId);
        super.createMembership(userId, groupId);
    }

    @Override
    public void deleteMembership(String userId, String groupId) {
        requireOwnGroup(groupId);
        if (Groups.CAMUNDA_ADMIN.equals(groupId)) {
            requireAnotherAdministratorThan(userId);
        }
        super.deleteMembership(userId, groupId);
    }

    @Override
    public void deleteUser(String userId) {
        requireAnotherAdministratorThan(userId);
        super.deleteUser(userId);
    }

    @Override
    public void deleteGroup(String groupId) {
        requireOwnGroup(groupId);
        if (Groups.CAMUNDA_ADMIN.equals(groupId)) {
            commandExecutor.execute(new Refuse(null, "The group of the administrators cannot be deleted."));
        }
        super.deleteGroup(groupId);
    }

    private void requireOwnGroup(String groupId) {
        Authentication acting = getCurrentAuthentication();
        if (acting != null && acting.getUserId() != null && fromElsewhere.contains(groupId)) {
            commandExecutor.execute(new Refuse(
                    null,
                    "Nobody changes by hand who is in '" + groupId + "': that comes from the identity provider, so that"
                            + " nobody gives himself a side of a change."));
        }
    }

    private void requireAnotherAdministratorThan(String userId) {
        List<String> administrators = administrators();
        if (administrators.equals(List.of(userId))) {
            commandExecutor.execute(
                    new Refuse(null, "'" + userId + "' is the last administrator; make somebody else one before."));
        }
    }

    private List<String> administrators() {
        Authentication acting = getCurrentAuthentication();
        clearAuthentication();
        try {
            return createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).list().stream()
                    .map(User::getId)
                    .toList();
        } finally {
            setAuthentication(acting);
        }
    }
}
