package io.rakegate.identity.engine;

import io.rakegate.identity.LocalUser;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Switches the engine's authorizations and its check of tenants on, whatever the configuration says, makes them
 * stricter, and closes the holes of its queries.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class IdentityPlugin extends AbstractProcessEnginePlugin {

    private final ApplicationContext context;

    IdentityPlugin(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setAuthorizationEnabled(true);
        // there are grants only and no revocations, so looking for these would cost a query with each check
        engine.setAuthorizationCheckRevokes(ProcessEngineConfiguration.AUTHORIZATION_CHECK_REVOKE_NEVER);
        engine.setResourceAuthorizationProvider(new NoGrantsPerCase());
        engine.setTenantCheckEnabled(true);
        engine.setCustomSessionFactories(withOurs(engine.getCustomSessionFactories()));
        // a wrong password delays the next attempt by up to a minute; it never locks somebody out for good
        engine.setLoginMaxAttempts(Integer.MAX_VALUE);
        engine.setTaskService(new GuardedTasks(engine));
        engine.setIdentityService(
                new GuardedPeople(context.getBean(Grants.class).groups()));
        // a variable never becomes a Java object
        engine.setJavaSerializationFormatEnabled(false);
        engine.setDeserializationTypeValidationEnabled(true);
        // nor does the engine start with an expression language that is not in the tree
        engine.setDmnFeelEnableLegacyBehavior(true);
        guardQueries(engine);
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        engine.setUserResourceWhitelistPattern(LocalUser.ID);
        engine.setGroupResourceWhitelistPattern(LocalUser.ID);
        // the engine lets administrators around some of its checks; here they have grants as everybody else
        engine.getAdminGroups().clear();
        boolean replaced = engine.getCommandCheckers()
                .removeIf(checker -> checker.getClass() == AuthorizationCommandChecker.class);
        require(replaced, "The engine came without its authorization checks.");
        engine.getCommandCheckers().add(new StricterChecks());
    }

    private void guardQueries(ProcessEngineConfigurationImpl engine) {
        boolean usual = engine.getExpressionManager() == null
                || engine.getExpressionManager().getClass() == SpringExpressionManager.class;
        require(usual, "Somebody else decides already how expressions are evaluated; queries would stay unguarded.");
        engine.setExpressionManager(new GuardedExpressions(context, engine.getBeans()));
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(true);
        engine.setFilterService(new GuardedFilters());
        engine.setCustomPreCommandInterceptorsTxRequired(withGuard(engine.getCustomPreCommandInterceptorsTxRequired()));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(
                withGuard(engine.getCustomPreCommandInterceptorsTxRequiresNew()));
    }

    private List<SessionFactory> withOurs(@Nullable List<SessionFactory> others) {
        List<SessionFactory> all = new ArrayList<>(others == null ? List.of() : others);
        all.add(new SeenTenants.Factory(context.getBean(TeamTenants.class)));
        all.add(new SeenTasks.Factory(
                context.getBean(KnownGrants.class),
                context.getBean(KnownProcesses.class),
                context.getBean(Grants.class).processesWithTasks()));
        return all;
    }

    private List<CommandInterceptor> withGuard(@Nullable List<CommandInterceptor> others) {
        List<CommandInterceptor> all = new ArrayList<>(List.of(
                new GuardedQueries(),
                new OwnChangesCount(context.getBean(RecentPeople.class), context.getBean(KnownProcesses.class))));
        if (others != null) {
            all.addAll(others);
        }
        return all;
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalStateException(otherwise);
        }
    }
}
