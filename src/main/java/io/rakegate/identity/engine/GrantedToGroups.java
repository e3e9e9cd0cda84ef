package io.rakegate.identity.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.jspecify.annotations.Nullable;

/**
 * Answers from {@link KnownGrants} what the grants of a person's groups allow, which is nearly every question that is answered
 * with yes. Whatever they do not allow is asked of the engine, so that its refusals are its own.
 */
class GrantedToGroups extends AuthorizationManager {

    private final KnownGrants grants;

    GrantedToGroups(KnownGrants grants) {
        this.grants = grants;
    }

    @Override
    public boolean isAuthorized(String userId, @Nullable List<String> groups, PermissionCheck asked) {
        return (groups != null
                        && isResourceValidForPermission(asked)
                        && grants.allow(groups, createCompositePermissionCheck(asked)))
                || super.isAuthorized(userId, groups, asked);
    }

    @Override
    public boolean isAuthorized(String userId, @Nullable List<String> groups, CompositePermissionCheck asked) {
        return (groups != null
                        && asked.getAllPermissionChecks().stream().allMatch(this::isResourceValidForPermission)
                        && grants.allow(groups, asked))
                || super.isAuthorized(userId, groups, asked);
    }

    /** The engine asks the database which groups are granted anything, to make its questions shorter by the others. */
    @Override
    public List<String> filterAuthenticatedGroupIds(@Nullable List<String> groups) {
        return groups == null ? List.of() : groups;
    }
}
