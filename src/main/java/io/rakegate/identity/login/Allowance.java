package io.rakegate.identity.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** So many per minute for each caller, on this node; as many may come at once. */
final class Allowance {

    /** Callers that are remembered; beyond that those are forgotten that have been quiet longest. */
    private static final long CALLERS = 50_000;

    private final Cache<String, Bucket> byCaller = Caffeine.newBuilder()
            .maximumSize(CALLERS)
            .expireAfterAccess(Duration.ofMinutes(5))
            .build();
    private final long perMinute;
    private final TimeMeter time;

    Allowance(long perMinute, Clock clock) {
        this.perMinute = perMinute;
        this.time = new OurTime(clock);
    }

    /** Takes one. Zero if there was one left, otherwise the seconds until there is. */
    long take(String caller) {
        return seconds(of(caller).tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
    }

    /** As {@link #take}, and takes none. */
    long wouldTake(String caller) {
        return seconds(of(caller).estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    private Bucket of(String caller) {
        return byCaller.get(
                caller,
                unknown -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                        .withCustomTimePrecision(time)
                        .build());
    }

    private static long seconds(long nanos) {
        return TimeUnit.NANOSECONDS.toSeconds(nanos + TimeUnit.SECONDS.toNanos(1) - 1);
    }

    private record OurTime(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
