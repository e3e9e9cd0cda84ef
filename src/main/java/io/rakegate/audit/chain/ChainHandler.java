package io.rakegate.audit.chain;

import io.rakegate.process.catalogue.ProdDbChange;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;

/** Hears every history event before it is stored and keeps those of changes for the chain. */
final class ChainHandler implements HistoryEventHandler {

    private static final Set<String> CHAINED = Set.of(ProdDbChange.KEY, ProdDbChange.RECORD_EVIDENCE);

    private final Clock clock;

    ChainHandler(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (!CHAINED.contains(String.valueOf(event.getProcessDefinitionKey()))
                || event.getRootProcessInstanceId() == null) {
            return;
        }
        var context = Context.getCommandContext();
        context.getSession(ChainSession.class)
                .add(new NewEvent(
                        event.getRootProcessInstanceId(),
                        kind(event),
                        context.getAuthenticatedUserId(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        EventJson.write(event)));
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    private static String kind(HistoryEvent event) {
        return event.getClass().getSimpleName().replaceAll("(Event)?(Entity)?$", "");
    }
}
