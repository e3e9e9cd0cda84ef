package io.rakegate.audit.chain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A history event that has no place in its chain yet.
 *
 * @param instance the root process instance: the change
 * @param kind the kind of the event
 * @param user user id of who acted, null where nobody was logged in
 * @param at when
 * @param event the event as canonical JSON
 */
record NewEvent(String instance, String kind, @Nullable String user, Instant at, String event) {

    String record(long sequence, String previous) {
        return EventJson.write(new ChainedEvent(at.toString(), event, instance, kind, previous, sequence, user));
    }
}
