package io.rakegate.evidence;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes the bytes of files that nobody decided about in time, and what was typed with them, within the hour. */
@Component
class QuarantineEnds {

    private final JdbcQuarantines quarantines;
    private final EvidenceProperties properties;
    private final Clock clock;

    QuarantineEnds(JdbcQuarantines quarantines, EvidenceProperties properties, Clock clock) {
        this.quarantines = quarantines;
        this.properties = properties;
        this.clock = clock;
    }

    /** Several nodes may do it at once: each deletes what is still there. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
    void forget() {
        quarantines.forgetFrom(clock.instant().minus(properties.quarantineFor()));
    }
}
