package io.rakegate.process.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.variable.serializer.TypedValueSerializer;

/** Lets text variables be longer than the 4,000 characters that the engine's text columns hold. */
final class LongTexts extends AbstractProcessEnginePlugin {

    /** What a text column of the engine holds, in characters. */
    static final int COLUMN = 4_000;

    @Override
    @SuppressWarnings("rawtypes") // the engine's own signature
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<TypedValueSerializer> first = new ArrayList<>();
        first.add(new LongTextSerializer());
        if (engine.getCustomPreVariableSerializers() != null) {
            first.addAll(engine.getCustomPreVariableSerializers());
        }
        engine.setCustomPreVariableSerializers(first);
        // before every other handler, so that all of them see what is stored
        engine.getCustomHistoryEventHandlers().add(0, new ShortenFormProperties());
    }
}
