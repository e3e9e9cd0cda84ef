package io.rakegate.process.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Bounds how often something is recorded of one person, so that nobody fills the database by being refused. */
final class AtMost {

    private final int perMinute;
    private final Clock clock;
    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
    private volatile Instant since;

    AtMost(int perMinute, Clock clock) {
        this.perMinute = perMinute;
        this.clock = clock;
        this.since = clock.instant();
    }

    /** Counts one more, and whether it is still within bounds. */
    boolean another(String userId) {
        Instant now = clock.instant();
        if (Duration.between(since, now).abs().compareTo(Duration.ofMinutes(1)) >= 0) {
            since = now;
            counts.clear();
        }
        return counts.computeIfAbsent(userId, id -> new AtomicInteger()).incrementAndGet() <= perMinute;
    }
}
