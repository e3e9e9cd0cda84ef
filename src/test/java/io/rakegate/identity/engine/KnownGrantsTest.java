package io.rakegate.identity.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.DELETE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.UPDATE;
import static org.camunda.bpm.engine.authorization.Resources.DEPLOYMENT;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;

import io.rakegate.identity.IdentityTest;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@IdentityTest
class KnownGrantsTest {

    private static final List<String> READERS = List.of("strangers", "readers");

    @Autowired
    private KnownGrants grants;

    @Autowired
    private JdbcTemplate database;

    @BeforeEach
    void readersReadOneProcess() {
        grant("readers", PROCESS_DEFINITION.resourceType(), "ProdDbChange", READ.getValue() | UPDATE.getValue());
        grant("deployers", DEPLOYMENT.resourceType(), "*", CREATE.getValue());
        await().until(() -> grants.allow(READERS, asked("ProdDbChange", READ)));
    }

    @AfterEach
    void asBefore() {
        database.update("delete from act_ru_authorization where id_ like 'known-%'");
    }

    @Test
    void allowsWhatAGroupIsGrantedAndNothingElse() {
        assertThat(grants.allow(READERS, asked("ProdDbChange", UPDATE))).isTrue();
        assertThat(grants.allow(READERS, asked("ProdDbChange", DELETE))).isFalse();
        assertThat(grants.allow(READERS, asked("AnotherProcess", READ))).isFalse();
        assertThat(grants.allow(List.of("strangers"), asked("ProdDbChange", READ)))
                .isFalse();
        assertThat(grants.allow(List.of(), asked("ProdDbChange", READ))).isFalse();
    }

    @Test
    void whatIsGrantedForAllIsGrantedForEachAndForWhatHasNoIdYet() {
        List<String> deployers = List.of("deployers");

        assertThat(grants.allow(deployers, all(check(DEPLOYMENT, "one", CREATE))))
                .isTrue();
        assertThat(grants.allow(deployers, all(check(DEPLOYMENT, null, CREATE))))
                .isTrue();
        assertThat(grants.allow(READERS, all(check(PROCESS_DEFINITION, null, READ))))
                .isFalse();
    }

    @Test
    void askedForSeveralTheyMustAllBeThereAskedForOneOfThemOneIsEnough() {
        assertThat(grants.allow(READERS, conjunctive(READ, UPDATE))).isTrue();
        assertThat(grants.allow(READERS, conjunctive(READ, DELETE))).isFalse();
        assertThat(grants.allow(READERS, asked("ProdDbChange", DELETE, READ))).isTrue();
        assertThat(grants.allow(READERS, new CompositePermissionCheck())).isFalse();
    }

    @Test
    void whatIsTakenAwayInTheTableIsGoneASecondLater() {
        database.update("delete from act_ru_authorization where id_ like 'known-%'");

        await().untilAsserted(() ->
                assertThat(grants.allow(READERS, asked("ProdDbChange", READ))).isFalse());
    }

    private static CompositePermissionCheck asked(String process, Permission... oneOf) {
        CompositePermissionCheck composite = new CompositePermissionCheck(true);
        for (Permission permission : oneOf) {
            composite.addAtomicCheck(check(PROCESS_DEFINITION, process, permission));
        }
        return composite;
    }

    private static CompositePermissionCheck conjunctive(Permission... permissions) {
        return all(Stream.of(permissions)
                .map(permission -> check(PROCESS_DEFINITION, "ProdDbChange", permission))
                .toArray(PermissionCheck[]::new));
    }

    private static CompositePermissionCheck all(PermissionCheck... checks) {
        CompositePermissionCheck composite = new CompositePermissionCheck(false);
        composite.setAtomicChecks(List.of(checks));
        return composite;
    }

    private static PermissionCheck check(Resource resource, @Nullable String id, Permission permission) {
        PermissionCheck check = new PermissionCheck();
        check.setResource(resource);
        check.setResourceId(id);
        check.setPermission(permission);
        return check;
    }

    private void grant(String group, int resourceType, String resourceId, int permissions) {
        database.update(
                "insert into act_ru_authorization (id_, rev_, type_, group_id_, resource_type_, resource_id_, perms_)"
                        + " values (?, 1, 1, ?, ?, ?, ?)",
                "known-" + group,
                group,
                resourceType,
                resourceId,
                permissions);
    }
}
