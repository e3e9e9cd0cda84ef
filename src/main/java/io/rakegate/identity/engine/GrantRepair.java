package io.rakegate.identity.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings the engine's authorizations to exactly what {@link Grants} says. What somebody added or changed by hand is
 * undone and logged.
 */
@Component
class GrantRepair {

    private static final Logger LOG = LoggerFactory.getLogger(GrantRepair.class);

    private final AuthorizationService authorizations;

    GrantRepair(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    /** Removes what is too much, then creates what is missing. */
    void repair(Iterable<Grant> wanted) {
        Map<String, Grant> missing = new LinkedHashMap<>();
        wanted.forEach(grant -> missing.put(grant.key(), grant));
        for (Authorization present : authorizations.createAuthorizationQuery().list()) {
            Grant grant = missing.get(keyOf(present));
            if (grant != null && isExactly(present, grant)) {
                missing.remove(grant.key());
            } else {
                LOG.warn("Removing an authorization that the configuration does not provide: {}", describe(present));
                authorizations.deleteAuthorization(present.getId());
            }
        }
        missing.values().forEach(this::create);
    }

    private void create(Grant grant) {
        Authorization authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        authorization.setGroupId(grant.group());
        authorization.setResource(grant.resource());
        authorization.setResourceId(grant.resourceId());
        authorization.setPermissions(grant.permissions().toArray(Permission[]::new));
        authorizations.saveAuthorization(authorization);
    }

    private static String keyOf(Authorization present) {
        boolean grantToGroup =
                present.getAuthorizationType() == Authorization.AUTH_TYPE_GRANT && present.getGroupId() != null;
        return grantToGroup
                ? present.getGroupId() + " " + present.getResourceType() + " " + present.getResourceId()
                : "";
    }

    private static boolean isExactly(Authorization present, Grant wanted) {
        return present instanceof AuthorizationEntity stored && stored.getPermissions() == wanted.mask();
    }

    private static String describe(Authorization present) {
        return "type %d, user %s, group %s, resource type %d %s"
                .formatted(
                        present.getAuthorizationType(),
                        present.getUserId(),
                        present.getGroupId(),
                        present.getResourceType(),
                        present.getResourceId());
    }
}
