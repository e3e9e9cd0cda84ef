package io.rakegate.pullrequest.github;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The deliveries that were taken. Each is remembered in the same transaction as what it leads to, or not at all. */
@Component
class Deliveries {

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final int ATTEMPTS = 10;

    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;
    private final Duration retention;

    Deliveries(
            PlatformTransactionManager transactions,
            JdbcClient jdbc,
            ApplicationEventPublisher publisher,
            Clock clock,
            GitHubProperties properties) {
        this.transaction = new TransactionTemplate(transactions);
        this.jdbc = jdbc;
        this.publisher = publisher;
        this.clock = clock;
        this.retention = properties.deliveryRetention();
    }

    /**
     * Takes a delivery and publishes its hints, in this thread and one transaction. Of two that come at the same time
     * with one id, the second waits for the first. One that loses a race against what else happens to a change is taken
     * again from the start, because GitHub does not repeat what was refused.
     *
     * @return false if it was taken before; then nothing happens
     */
    boolean take(String id, List<? extends Record> hints) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return takeOnce(id, hints);
            } catch (ConcurrencyFailureException lost) {
                LOG.debug("Attempt {} at delivery {} lost a race and is made again.", attempt, id, lost);
            }
        }
        return takeOnce(id, hints);
    }

    private boolean takeOnce(String id, List<? extends Record> hints) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean added = remember(id);
            if (added) {
                hints.forEach(publisher::publishEvent);
            }
            return added;
        }));
    }

    private boolean remember(String id) {
        return jdbc.sql("insert into github_delivery (id, received_at) values (?, ?) on conflict (id) do nothing")
                        .param(id)
                        .param(Timestamp.from(clock.instant()))
                        .update()
                == 1;
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
