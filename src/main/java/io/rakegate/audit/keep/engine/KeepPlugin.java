package io.rakegate.audit.keep.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells the engine that history is kept, whatever its own configuration says. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class KeepPlugin extends AbstractProcessEnginePlugin {

    private final CleanupProperties properties;

    KeepPlugin(CleanupProperties properties) {
        this.properties = properties;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setHistoryCleanupStrategy(ProcessEngineConfiguration.HISTORY_CLEANUP_STRATEGY_REMOVAL_TIME_BASED);
        engine.setHistoryRemovalTimeStrategy(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_END);
        engine.setHistoryRemovalTimeProvider(new HistoryRetention.NotByItself());
        engine.setHistoryCleanupBatchWindowStartTime(properties.from());
        engine.setHistoryCleanupBatchWindowEndTime(properties.to());
        engine.setCustomPreCommandInterceptorsTxRequired(
                withGuard(engine, engine.getCustomPreCommandInterceptorsTxRequired()));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(
                withGuard(engine, engine.getCustomPreCommandInterceptorsTxRequiresNew()));
    }

    private static List<CommandInterceptor> withGuard(
            ProcessEngineConfigurationImpl engine, @Nullable List<CommandInterceptor> others) {
        List<CommandInterceptor> all = new ArrayList<>(List.of(new HistoryIsKept(engine)));
        if (others != null) {
            all.addAll(others);
        }
        return all;
    }
}
