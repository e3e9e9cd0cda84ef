package io.rakegate.identity.engine;

import java.util.Set;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;

/**
 * What one group may do with one kind of thing.
 *
 * @param group the group's id
 * @param resource the kind of thing
 * @param resourceId which one, or {@code *} for every one
 * @param permissions what the group may do with it
 */
record Grant(String group, Resource resource, String resourceId, Set<Permission> permissions) {

    Grant {
        permissions = Set.copyOf(permissions);
    }

    static Grant on(Resource resource, String resourceId, String group, Permission... permissions) {
        return new Grant(group, resource, resourceId, Set.of(permissions));
    }

    /** The permissions as the engine stores them. */
    int mask() {
        return permissions.stream().mapToInt(Permission::getValue).reduce(0, (some, more) -> some | more);
    }

    /** What tells this grant from the others; each kind of thing has one grant per group. */
    String key() {
        return group + " " + resource.resourceType() + " " + resourceId;
    }
}
