package io.rakegate.audit.chain;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.stereotype.Component;

/** Puts the chain into the engine. */
@Component
class ChainPlugin extends AbstractProcessEnginePlugin {

    private final Chain chain;
    private final Clock clock;

    ChainPlugin(Chain chain, Clock clock) {
        this.chain = chain;
        this.clock = clock;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<SessionFactory> factories = engine.getCustomSessionFactories();
        List<SessionFactory> more = new ArrayList<>(factories == null ? List.of() : factories);
        more.add(new Sessions());
        engine.setCustomSessionFactories(more);
        engine.getCustomHistoryEventHandlers().add(new ChainHandler(clock));
    }

    private final class Sessions implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return ChainSession.class;
        }

        @Override
        public Session openSession() {
            return new ChainSession(chain);
        }
    }
}
