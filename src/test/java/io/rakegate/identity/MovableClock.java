package io.rakegate.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time of day, and as much later as a test says. */
public class MovableClock extends Clock {

    private volatile Duration ahead = Duration.ZERO;
    private volatile Instant stoppedAt;

    /** Sets how far this clock is ahead of the real one. */
    public void setAhead(Duration ahead) {
        this.ahead = ahead;
    }

    /** Stops this clock, so much later than it is. */
    public void stopLater(Duration later) {
        stoppedAt = instant().plus(later);
    }

    @Override
    public Instant instant() {
        return stoppedAt == null ? Instant.now().plus(ahead) : stoppedAt;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), ahead);
    }
}
