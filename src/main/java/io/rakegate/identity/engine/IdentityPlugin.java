package io.rakegate.identity.engine;

import io.rakegate.identity.LocalUser;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Switches the engine's authorizations on, whatever the configuration says, and makes them stricter. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class IdentityPlugin extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setAuthorizationEnabled(true);
        // there are grants only and no revocations, so looking for these would cost a query with each check
        engine.setAuthorizationCheckRevokes(ProcessEngineConfiguration.AUTHORIZATION_CHECK_REVOKE_NEVER);
        engine.setResourceAuthorizationProvider(new NoGrantsPerCase());
        // a wrong password delays the next attempt by up to a minute; it never locks somebody out for good
        engine.setLoginMaxAttempts(Integer.MAX_VALUE);
        engine.setTaskService(new GuardedTasks(engine));
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        engine.setUserResourceWhitelistPattern(LocalUser.ID);
        engine.setGroupResourceWhitelistPattern(LocalUser.ID);
        // the engine lets administrators around some of its checks; here they have grants as everybody else
        engine.getAdminGroups().clear();
        boolean replaced = engine.getCommandCheckers()
                .removeIf(checker -> checker.getClass() == AuthorizationCommandChecker.class);
        if (!replaced) {
            throw new IllegalStateException("The engine came without its authorization checks.");
        }
        engine.getCommandCheckers().add(new StricterChecks());
    }
}
