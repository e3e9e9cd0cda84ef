package io.rakegate.process.engine;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.variable.Variables.SerializationDataFormats;

/** What holds for every diagram on this engine. */
final class EngineDefaults extends AbstractProcessEnginePlugin {

    private final EngineProperties properties;

    EngineDefaults(EngineProperties properties) {
        this.properties = properties;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
        engine.setHistoryTimeToLive(
                "P%dD".formatted(properties.historyTimeToLive().toDays()));
        engine.setFailedJobRetryTimeCycle(
                properties.retryAfter().stream().map(Duration::toString).collect(joining(",")));
        engine.setFailedJobCommandFactory(FailedJob::new);
        // an error that no one catches in the diagram is a mistake to be seen, not an end to be taken quietly
        engine.setEnableExceptionsAfterUnhandledBpmnError(true);
        // the other expression language of decision tables is not in the tree: it is under a critical notice
        engine.setDmnFeelEnableLegacyBehavior(true);
        refuseJavaObjects(engine);
    }

    private static void refuseJavaObjects(ProcessEngineConfigurationImpl engine) {
        engine.setDefaultSerializationFormat(SerializationDataFormats.JSON.getName());
        engine.setJavaSerializationFormatEnabled(false);
        engine.setDeserializationTypeValidationEnabled(true);
    }
}
