package io.rakegate.process.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** Puts around every command what people need of it: an understandable refusal, and no lost race. */
final class PeopleGetAnswers extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<CommandInterceptor> before = engine.getCustomPreCommandInterceptorsTxRequired();
        List<CommandInterceptor> all = new ArrayList<>(before == null ? List.of() : before);
        all.add(new RefusalsReachTheCaller());
        all.add(new LostRacesRunAgain());
        engine.setCustomPreCommandInterceptorsTxRequired(all);
    }
}
