package io.rakegate.audit;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One act in the life of a change.
 *
 * @param at when
 * @param userId who, null if Rakegate did it by itself
 * @param what what was done
 * @param headSha the commit the change stood at, null if none was known or it does not matter
 * @param entered what the person entered, in words and in order
 */
public record TimelineEntry(
        Instant at,
        @Nullable String userId,
        String what,
        @Nullable String headSha,
        Map<String, String> entered) {

    /** Whether Rakegate did it by itself. */
    public boolean isAutomatic() {
        return userId == null;
    }
}
