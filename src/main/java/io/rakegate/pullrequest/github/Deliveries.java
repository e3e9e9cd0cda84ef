package io.rakegate.pullrequest.github;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The deliveries that were taken. Each is remembered in the same transaction as what it leads to, or not at all. */
@Component
class Deliveries {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;
    private final Duration retention;

    Deliveries(JdbcClient jdbc, ApplicationEventPublisher publisher, Clock clock, GitHubProperties properties) {
        this.jdbc = jdbc;
        this.publisher = publisher;
        this.clock = clock;
        this.retention = properties.deliveryRetention();
    }

    /**
     * Takes a delivery and publishes its hints, in this thread and one transaction. Of two that come at the same time
     * with one id, the second waits for the first.
     *
     * @return false if it was taken before; then nothing happens
     */
    @Transactional
    boolean take(String id, List<? extends Record> hints) {
        int added = jdbc.sql("insert into github_delivery (id, received_at) values (?, ?) on conflict (id) do nothing")
                .param(id)
                .param(Timestamp.from(clock.instant()))
                .update();
        if (added == 1) {
            hints.forEach(publisher::publishEvent);
        }
        return added == 1;
    }

    /** Forgets those that GitHub does not repeat any more; returns how many. */
    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1H")
    @Transactional
    int forgetOld() {
        return jdbc.sql("delete from github_delivery where received_at < ?")
                .param(Timestamp.from(clock.instant().minus(retention)))
                .update();
    }
}
