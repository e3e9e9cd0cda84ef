package io.rakegate.pullrequest.github;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Remembers until when GitHub wants to be left alone. Nobody waits here: whoever asks earlier is told so at once, since
 * GitHub bans clients that go on asking.
 */
final class RateLimitPause {

    private static final Duration UNLESS_TOLD = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Clock clock;
    private volatile Instant end = Instant.EPOCH;

    RateLimitPause(Clock clock) {
        this.clock = clock;
    }

    /** Until when not to ask, if there is a pause at the moment. */
    Optional<Instant> current() {
        return Optional.of(end).filter(clock.instant()::isBefore);
    }

    /** Whether GitHub refused because of too many calls (primary or secondary rate limit) rather than of rights. */
    static boolean isRateLimited(Response response, String message) {
        if (response.code() == 429) {
            return true;
        }
        String words = message.toLowerCase(Locale.ROOT);
        return response.code() == 403
                && (response.header("Retry-After") != null
                        || "0".equals(response.header("X-RateLimit-Remaining"))
                        || words.contains("rate limit")
                        || words.contains("abuse detection"));
    }

    /** Begins a pause of the length that GitHub asks for; returns its end. */
    synchronized Instant begin(Response refusal) {
        Duration asked = asked(refusal);
        Instant until = clock.instant().plus(asked.compareTo(LONGEST) > 0 ? LONGEST : asked);
        end = end.isAfter(until) ? end : until;
        return end;
    }

    private Duration asked(Response refusal) {
        Long seconds = number(refusal.header("Retry-After"));
        if (seconds != null) {
            return Duration.ofSeconds(seconds);
        }
        Long reset = number(refusal.header("X-RateLimit-Reset"));
        if (reset != null && "0".equals(refusal.header("X-RateLimit-Remaining"))) {
            // by GitHub's own clock where it tells it, since ours may be wrong
            Date theirNow = refusal.headers().getDate("Date");
            Instant now = theirNow == null ? clock.instant() : theirNow.toInstant();
            Duration left = Duration.between(now, Instant.ofEpochSecond(reset));
            return left.isNegative() ? Duration.ZERO : left.plusSeconds(1);
        }
        return UNLESS_TOLD;
    }

    private static @Nullable Long number(@Nullable String header) {
        return header != null && header.matches("\\d{1,12}") ? Long.valueOf(header) : null;
    }
}
