package io.rakegate.guardrail;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.springframework.stereotype.Component;

/**
 * Stands before the engine's deployers: a deployment with a finding is refused as a whole, in its own transaction. What
 * was deployed once stays loadable.
 */
@Component
class DeploymentGuard extends AbstractProcessEnginePlugin implements Deployer {

    private static final int SHOWN = 10;

    private final DeploymentCheck check;

    DeploymentGuard(DeploymentCheck check) {
        this.check = check;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<Deployer> before = engine.getCustomPreDeployers();
        List<Deployer> all = new ArrayList<>(before == null ? List.of() : before);
        all.add(0, this);
        engine.setCustomPreDeployers(all);
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        if (deployment.getTenantId() != null) {
            // one of the same key for some would take the place of the one for all, or stand in its way
            throw new BadUserRequestException(
                    "Nothing was deployed. A diagram is for every team: leave out the tenant id.");
        }
        List<Finding> findings = deployment.getResources().values().stream()
                .flatMap(resource -> check.check(resource.getName(), resource.getBytes()).stream())
                .toList();
        if (!findings.isEmpty()) {
            throw new BadUserRequestException("Nothing was deployed. "
                    + findings.stream().limit(SHOWN).map(Finding::toString).collect(Collectors.joining(" "))
                    + (findings.size() > SHOWN ? " And " + (findings.size() - SHOWN) + " more." : ""));
        }
    }
}
