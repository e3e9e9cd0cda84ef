package io.rakegate.process.listener;

import io.rakegate.identity.Visibility;
import io.rakegate.process.ActingPerson;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.ProdDbChange;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Marks each change when it starts, whoever starts it on whatever surface, and what it calls with the same mark. Whether
 * the team is one of ours is checked a moment later by {@link ChangeStarts}, which undoes the start if it is not.
 */
@Component
class ChangeMarks extends AbstractProcessEnginePlugin implements TenantIdProvider {

    private final Visibility visibility;
    private final ActingPerson actingPerson;

    ChangeMarks(@Lazy Visibility visibility, @Lazy ActingPerson actingPerson) {
        this.visibility = visibility;
        this.actingPerson = actingPerson;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setTenantIdProvider(this);
    }

    @Override
    public @Nullable String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext start) {
        if (start.getSuperExecution() != null) {
            return start.getSuperExecution().getTenantId();
        }
        if (!ProdDbChange.KEY.equals(start.getProcessDefinition().getKey())) {
            return null;
        }
        return start.getVariables().get(ChangeVariables.TEAM.name()) instanceof String team
                ? visibility.mark(team, actingPerson.get().userId())
                : Visibility.NOBODYS;
    }

    @Override
    public @Nullable String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext start) {
        return null;
    }

    @Override
    public @Nullable String provideTenantIdForHistoricDecisionInstance(
            TenantIdProviderHistoricDecisionInstanceContext evaluation) {
        return null;
    }
}
