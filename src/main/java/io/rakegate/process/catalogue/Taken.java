package io.rakegate.process.catalogue;

import io.rakegate.approval.Holder;
import io.rakegate.approval.Identity;
import io.rakegate.approval.Side;
import java.time.Instant;
import java.util.Set;

/**
 * A side that somebody took, as the process keeps it. Stays when the approval is withdrawn.
 *
 * @param side the side
 * @param userId who took it
 * @param keys everything about them that never changes
 * @param at when
 */
public record Taken(Side side, String userId, Set<String> keys, Instant at) {

    /** The same for the rule that keeps people apart. */
    public Holder holder() {
        return new Holder(side, new Identity(keys));
    }
}
