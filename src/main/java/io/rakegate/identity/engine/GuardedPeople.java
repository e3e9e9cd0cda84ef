package io.rakegate.identity.engine;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;

/**
 * The identity service, which keeps the last administrator. Without one the engine lets anyone become administrator
 * (CVE-2026-77226).
 */
class GuardedPeople extends IdentityServiceImpl {

    @Override
    public void deleteMembership(String userId, String groupId) {
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
        if (Groups.CAMUNDA_ADMIN.equals(groupId)) {
            throw new AuthorizationException("The group of the administrators cannot be deleted.");
        }
        super.deleteGroup(groupId);
    }

    private void requireAnotherAdministratorThan(String userId) {
        List<String> administrators = administrators();
        if (administrators.equals(List.of(userId))) {
            throw new AuthorizationException(
                    "'" + userId + "' is the last administrator; make somebody else one before.");
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
