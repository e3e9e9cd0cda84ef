package io.rakegate.audit.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.rakegate.audit.feed.FeedCursors.Turn;
import io.rakegate.audit.feed.FeedProperties.Subscription;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells receivers what happened: each change in order, each event at least once, whatever fails in between. */
@Component
class Feed {

    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_DOUBLINGS = 30;

    private final FeedProperties properties;
    private final FeedCursors cursors;
    private final FeedEvents events;
    private final Clock clock;
    private final Map<String, Subscription> subscriptions = new LinkedHashMap<>();
    private final HttpClient http;

    Feed(FeedProperties properties, FeedCursors cursors, FeedEvents events, Clock clock) {
        this.properties = properties;
        this.cursors = cursors;
        this.events = events;
        this.clock = clock;
        properties.subscriptions().forEach(one -> subscriptions.put(one.name(), one));
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(properties.timeout())
                // a redirect would lead away from the hosts that are configured
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        cursors.register(subscriptions.keySet());
    }

    /** Tells everything that is to be told now. */
    @Scheduled(fixedDelayString = "PT1S")
    void tell() {
        while (!subscriptions.isEmpty() && tellOnce()) {
            // until nothing is left
        }
    }

    /** Tells one receiver about one change; false if there was nothing to tell. */
    boolean tellOnce() {
        Optional<Turn> taken = cursors.take(subscriptions.keySet(), clock.instant(), lease());
        taken.ifPresent(this::tell);
        return taken.isPresent();
    }

    /** Longer than a call can take, so that nobody else tells the same while it is under way. */
    Duration lease() {
        return properties.timeout().multipliedBy(4).plusSeconds(20);
    }

    private void tell(Turn turn) {
        FeedBody body = events.after(turn.instance(), turn.sent());
        long last = body.events().isEmpty()
                ? turn.sent()
                : body.events().get(body.events().size() - 1).sequence();
        Optional<String> failure = last == turn.sent() ? Optional.of("the chain has no more events") : post(turn, body);
        if (failure.isEmpty()) {
            cursors.told(turn, last, clock.instant());
        } else {
            Duration wait = waitAfter(turn.attempts());
            LOG.warn(
                    "The receiver {} was not told about the change {} after event {}: {}. Next attempt in {}.",
                    turn.subscription(),
                    turn.instance(),
                    turn.sent(),
                    failure.get(),
                    wait);
            cursors.failed(turn, clock.instant().plus(wait));
        }
    }

    private Duration waitAfter(int failures) {
        Duration wait = properties.retryAfter().multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        return wait.compareTo(properties.retryAtMost()) < 0 ? wait : properties.retryAtMost();
    }

    private Optional<String> post(Turn turn, FeedBody body) {
        Subscription receiver = subscriptions.get(turn.subscription());
        if (receiver == null) {
            throw new IllegalStateException("There is no subscription " + turn.subscription() + ".");
        }
        Instant now = clock.instant();
        String json = json(body);
        HttpRequest request = HttpRequest.newBuilder(receiver.url())
                .timeout(properties.timeout())
                .header("Content-Type", "application/json")
                .header("User-Agent", "Rakegate")
                .header("X-Rakegate-Delivery", turn.instance() + ":" + (turn.sent() + 1))
                .header(FeedSignature.HEADER, FeedSignature.of(receiver.secret(), now, json))
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status / 100 == 2 ? Optional.empty() : Optional.of("it answered " + status);
        } catch (IOException unreachable) {
            return Optional.of("it cannot be reached (" + unreachable.getClass().getSimpleName() + ")");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.of("Rakegate is being stopped");
        }
    }

    private static String json(FeedBody body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
