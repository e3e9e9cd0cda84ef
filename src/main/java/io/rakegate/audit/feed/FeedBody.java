package io.rakegate.audit.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a receiver is told: where something happened, never what people wrote or who they are.
 *
 * @param change {@code owner/repository#number}; empty if the change's history is gone already
 * @param instance the engine's id of the change
 * @param events what happened, in order and without a gap
 */
record FeedBody(String change, String instance, List<Event> events) {

    /**
     * One event.
     *
     * @param sequence its place in the change's chain, from 1
     * @param hash its hash in the chain, by which the events interface and the bundle show the same event
     * @param at when
     * @param kind what kind of thing happened, such as {@code HistoricTaskInstance}
     * @param type what happened to it, such as {@code create}
     * @param element id of the element of the diagram, null where there is none
     */
    record Event(
            long sequence,
            String hash,
            String at,
            String kind,
            @Nullable String type,
            @Nullable String element) {}
}
