package io.rakegate.identity.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.db.TenantCheck;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.TenantManager;
import org.jspecify.annotations.Nullable;

/**
 * Says within one command which tenants the acting person has, whichever door they came in by. Who serves all teams is
 * not checked; jobs and the application itself act as nobody and are not checked either.
 */
class SeenTenants extends TenantManager {

    private final TeamTenants tenants;

    SeenTenants(TeamTenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public boolean isTenantCheckEnabled() {
        Authentication acting = getCurrentAuthentication();
        // a job acts as nobody, with the tenant of its case
        return super.isTenantCheckEnabled() && acting.getUserId() != null && !tenants.seesEveryTeam(groupsOf(acting));
    }

    @Override
    public void configureTenantCheck(TenantCheck check) {
        boolean checked = isTenantCheckEnabled();
        Authentication acting = getCurrentAuthentication();
        check.setTenantCheckEnabled(checked);
        check.setAuthTenantIds(checked ? tenants.seenBy(acting.getUserId(), groupsOf(acting)) : null);
    }

    @Override
    public boolean isAuthenticatedTenant(@Nullable String tenant) {
        Authentication acting = getCurrentAuthentication();
        return tenant == null
                || !isTenantCheckEnabled()
                || tenants.isSeen(tenant, acting.getUserId(), groupsOf(acting));
    }

    private static List<String> groupsOf(Authentication acting) {
        return acting.getGroupIds() == null ? List.of() : acting.getGroupIds();
    }

    /** Gives each command its own. */
    record Factory(TeamTenants tenants) implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return TenantManager.class;
        }

        @Override
        public Session openSession() {
            return new SeenTenants(tenants);
        }
    }
}
