package io.rakegate.identity.engine;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What groups are granted in the engine's table of authorizations. It is some dozens of rows that change at a start alone, and
 * each command asks several times.
 */
@Component
class KnownGrants {

    private final OnceASecond<Map<String, List<Row>>> byGroup;

    KnownGrants(JdbcTemplate database) {
        this.byGroup = new OnceASecond<>(() -> read(database));
    }

    /** Whether these groups are granted all that is asked; false says only that their grants alone do not allow it. */
    boolean allow(Collection<String> groups, CompositePermissionCheck asked) {
        Map<String, List<Row>> all = byGroup.get();
        List<Row> theirs = groups.stream()
                .flatMap(group -> all.getOrDefault(group, List.of()).stream())
                .toList();
        return allow(theirs, asked);
    }

    private static boolean allow(List<Row> granted, CompositePermissionCheck asked) {
        List<PermissionCheck> single = asked.getAtomicChecks();
        List<CompositePermissionCheck> composite = asked.getCompositeChecks();
        if (single.isEmpty() && composite.isEmpty()) {
            return false;
        }
        return asked.isDisjunctive()
                ? single.stream().anyMatch(one -> allow(granted, one))
                        || composite.stream().anyMatch(some -> allow(granted, some))
                : single.stream().allMatch(one -> allow(granted, one))
                        && composite.stream().allMatch(some -> allow(granted, some));
    }

    private static boolean allow(List<Row> granted, PermissionCheck asked) {
        return granted.stream()
                .anyMatch(row -> row.resourceType() == asked.getResourceType()
                        && (row.resourceId().equals(ANY) || row.resourceId().equals(asked.getResourceId()))
                        && (row.permissions() & asked.getPerms()) == asked.getPerms());
    }

    private static Map<String, List<Row>> read(JdbcTemplate database) {
        return database
                .query(
                        "select group_id_, resource_type_, resource_id_, perms_ from act_ru_authorization"
                                + " where type_ = ? and group_id_ is not null and resource_id_ is not null",
                        (row, number) -> new Row(
                                row.getString("group_id_"),
                                row.getInt("resource_type_"),
                                row.getString("resource_id_"),
                                row.getInt("perms_")),
                        AUTH_TYPE_GRANT)
                .stream()
                .collect(Collectors.groupingBy(Row::group));
    }

    private record Row(String group, int resourceType, String resourceId, int permissions) {}
}
