package io.rakegate.audit.feed;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who is told about events.
 *
 * @param subscriptions where events are sent; none unless configured
 * @param hosts the only hosts that anything is sent to; a subscription with another one stops the start
 * @param retryAfter how long to wait after a first failure, 10 seconds unless configured; doubled each time
 * @param retryAtMost how long to wait at most between two attempts, an hour unless configured
 * @param timeout how long one call may take, 10 seconds unless configured
 */
@Validated
@ConfigurationProperties("rakegate.feed")
public record FeedProperties(
        @NotNull @DefaultValue List<Subscription> subscriptions,
        @NotNull @DefaultValue Set<String> hosts,
        @NotNull @DefaultValue("10s") Duration retryAfter,
        @NotNull @DefaultValue("1h") Duration retryAtMost,
        @NotNull @DefaultValue("10s") Duration timeout) {

    private static final int SHORTEST_SECRET = 32;

    /** Checks every subscription. */
    public FeedProperties {
        subscriptions = List.copyOf(subscriptions);
        Set<String> names = new HashSet<>();
        for (Subscription subscription : subscriptions) {
            if (!names.add(subscription.name())) {
                throw new IllegalArgumentException(
                        "rakegate.feed.subscriptions has the name \"" + subscription.name() + "\" twice.");
            }
            String host = String.valueOf(subscription.url().getHost());
            if (hosts.stream().noneMatch(host::equalsIgnoreCase)) {
                throw new IllegalArgumentException("rakegate.feed.subscriptions \"" + subscription.name()
                        + "\" sends to the host " + host + ", which is not in rakegate.feed.hosts.");
            }
        }
    }

    /**
     * One receiver.
     *
     * @param name what to call it in the database and in logs; a receiver with a new name gets every event of a change
     *     from its first, once something happens to the change
     * @param url where to post, https, or http on this machine
     * @param secret what the signature is made with, at least 32 characters
     */
    public record Subscription(String name, URI url, String secret) {

        /** Checks one subscription. */
        public Subscription {
            if (!name.matches("[a-z0-9-]{1,50}")) {
                throw new IllegalArgumentException("The name of a subscription in rakegate.feed.subscriptions has 1 to"
                        + " 50 small letters, digits and dashes.");
            }
            boolean here = Set.of("localhost", "127.0.0.1", "[::1]").contains(String.valueOf(url.getHost()));
            String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
            if (!scheme.equals("https") && !(here && scheme.equals("http"))) {
                throw new IllegalArgumentException(
                        "The url of \"" + name + "\" in rakegate.feed.subscriptions has to begin with https://.");
            }
            if (secret.length() < SHORTEST_SECRET) {
                throw new IllegalArgumentException("The secret of \"" + name
                        + "\" in rakegate.feed.subscriptions has to have at least 32 characters.");
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
