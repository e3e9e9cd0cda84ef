package io.rakegate.process.engine;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Puts around every command what people need of it: an understandable refusal that is also recorded, and no lost race;
 * and what protects changes from them.
 */
final class PeopleGetAnswers extends AbstractProcessEnginePlugin {

    private final int refusalsKeptPerMinute;
    private final Clock clock;

    PeopleGetAnswers(int refusalsKeptPerMinute, Clock clock) {
        this.refusalsKeptPerMinute = refusalsKeptPerMinute;
        this.clock = clock;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<CommandInterceptor> before = engine.getCustomPreCommandInterceptorsTxRequired();
        List<CommandInterceptor> all = new ArrayList<>();
        all.add(new RefusalsReachTheCaller(new RefusalRecord(engine, refusalsKeptPerMinute, clock)));
        all.addAll(before == null ? List.of() : before);
        all.add(new LostRacesRunAgain());
        all.add(new ForbiddenCommands(engine));
        engine.setCustomPreCommandInterceptorsTxRequired(all);
        engine.getCustomHistoryEventHandlers().add(new VariableGuard());
        engine.setEnableCmdExceptionLogging(false);
        JobFailures.handle();
    }
}
