package io.rakegate.sandbox.github.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rakegate.sandbox.github.InSandbox;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Counts the calls of an hour and tells how many are left; it refuses none, an injected outage does that. */
@InSandbox
@Component("sandboxGitHubRateLimit")
class RateLimit {

    private static final int LIMIT = 5000;

    private final Clock clock;
    private Instant reset = Instant.EPOCH;
    private int used;

    RateLimit(Clock clock) {
        this.clock = clock;
    }

    synchronized void count() {
        Instant now = clock.instant();
        if (!now.isBefore(reset)) {
            reset = now.truncatedTo(ChronoUnit.SECONDS).plus(1, ChronoUnit.HOURS);
            used = 0;
        }
        used++;
    }

    synchronized void announce(HttpServletResponse response, boolean exhausted) {
        int remaining = exhausted ? 0 : Math.max(0, LIMIT - used);
        response.setHeader("X-RateLimit-Limit", Integer.toString(LIMIT));
        response.setHeader("X-RateLimit-Remaining", Integer.toString(remaining));
        response.setHeader("X-RateLimit-Reset", Long.toString(reset.getEpochSecond()));
        response.setHeader("X-RateLimit-Used", Integer.toString(LIMIT - remaining));
        response.setHeader("X-RateLimit-Resource", "core");
    }

    synchronized ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("limit", LIMIT)
                .put("remaining", Math.max(0, LIMIT - used))
                .put("reset", reset.getEpochSecond())
                .put("used", used);
    }
}
