package io.rakegate.audit.chain;

import com.fasterxml.jackson.annotation.JsonRawValue;
import org.jspecify.annotations.Nullable;

/**
 * One record of the trail, in the names that stand in it.
 *
 * @param at when, ISO-8601 in UTC
 * @param event the engine's history event
 * @param instance the root process instance: the change
 * @param kind the kind of the event, such as {@code HistoricTaskInstance}
 * @param previous hash of the record before
 * @param sequence its place in the chain, from 1
 * @param user user id of who acted, absent where nobody was logged in, as in a job
 */
record ChainedEvent(
        String at,
        @JsonRawValue String event,
        String instance,
        String kind,
        String previous,
        long sequence,
        @Nullable String user) {}
