package io.rakegate.sandbox.sample;

import io.rakegate.sandbox.github.InSandbox;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Makes the sample changes in the background of the first start; a start after a kill goes on where it stopped. */
@InSandbox
@Component("sandboxSampleRun")
class SampleRun implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(SampleRun.class);
    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(300);

    private final SampleWalk walk;
    private final SampleLedger ledger;
    private final OwnServer server;
    private final SampleProperties properties;
    private final Clock clock;
    private final ExecutorService background = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "sandbox-samples");
        thread.setDaemon(true);
        return thread;
    });

    SampleRun(SampleWalk walk, SampleLedger ledger, OwnServer server, SampleProperties properties, Clock clock) {
        this.walk = walk;
        this.ledger = ledger;
        this.server = server;
        this.properties = properties;
        this.clock = clock;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void start(AvailabilityChangeEvent<ReadinessState> event) {
        if (properties.samples() && event.getState() == ReadinessState.ACCEPTING_TRAFFIC) {
            background.execute(this::run);
        }
    }

    @Override
    public void destroy() {
        background.shutdownNow();
    }

    private void run() {
        try {
            make();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (IOException unreachable) {
            log.warn("The sample changes are not complete; the next start goes on with them", unreachable);
        }
    }

    private void make() throws IOException, InterruptedException {
        List<SampleChange> all = SampleChanges.all();
        boolean changesAreThere =
                !server.get("auditor", "/api/changes?most=1").body().isEmpty();
        ledger.open(all.stream().map(SampleChange::name).toList(), changesAreThere);
        Set<String> names = new HashSet<>(ledger.toMake());
        List<SampleChange> open = new ArrayList<>(
                all.stream().filter(sample -> names.contains(sample.name())).toList());
        if (open.isEmpty()) {
            return;
        }
        log.info("Making {} sample changes in the background; look at Tasklist meanwhile", open.size());
        walkAll(open, clock.instant().plus(properties.samplesWithin()));
        if (open.isEmpty()) {
            log.info("The sample changes are there: one waits at each step, and some have ended");
        } else {
            log.warn(
                    "These sample changes are not where they are meant to be; the next start goes on with them: {}",
                    open.stream().map(SampleChange::name).toList());
        }
    }

    private void walkAll(List<SampleChange> open, Instant deadline) throws IOException, InterruptedException {
        while (!open.isEmpty() && clock.instant().isBefore(deadline)) {
            boolean moved = false;
            for (SampleChange sample : List.copyOf(open)) {
                SampleWalk.Look look = walk.look(sample);
                moved |= look == SampleWalk.Look.MOVED;
                if (look == SampleWalk.Look.ARRIVED) {
                    ledger.made(sample.name());
                    open.remove(sample);
                    log.info("Sample change \"{}\" is there, {} to go", sample.name(), open.size());
                }
            }
            if (!moved) {
                LockSupport.parkNanos(BETWEEN_LOOKS);
            }
            if (Thread.interrupted()) {
                throw new InterruptedException("The application stops.");
            }
        }
    }
}
