package io.rakegate.process.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.history.event.HistoricFormPropertyEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;

/**
 * Keeps the history's note of a submitted form field within its column.
 *
 * <p>Nothing is lost: the same submission is in the history a second time as the change of the variable, and that one
 * has the whole text.
 */
final class ShortenFormProperties implements HistoryEventHandler {

    private static final String ELLIPSIS = " … (the variable holds the whole text)";

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof HistoricFormPropertyEventEntity field
                && field.getPropertyValue() instanceof String text
                && text.length() > LongTexts.COLUMN) {
            field.setPropertyValue(shortened(text));
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    private static String shortened(String text) {
        int end = LongTexts.COLUMN - ELLIPSIS.length();
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + ELLIPSIS;
    }
}
