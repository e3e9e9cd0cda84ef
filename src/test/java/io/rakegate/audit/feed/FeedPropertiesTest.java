package io.rakegate.audit.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rakegate.audit.feed.FeedProperties.Subscription;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedPropertiesTest {

    private static final String SECRET = "a-secret-of-at-least-32-characters";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ware House | https://events.example.org/in      | a-secret-of-at-least-32-characters | small letters",
                "warehouse  | http://events.example.org/in       | a-secret-of-at-least-32-characters | https://",
                "warehouse  | ftp://localhost/in                 | a-secret-of-at-least-32-characters | https://",
                "warehouse  | https://events.example.org/in      | short                              | 32 characters",
                "warehouse  | https://evil.example.org/in        | a-secret-of-at-least-32-characters | not in rakegate.feed.hosts",
                "warehouse  | https://events.example.org.evil/in | a-secret-of-at-least-32-characters | not in rakegate.feed.hosts",
                "warehouse  | https:///in                        | a-secret-of-at-least-32-characters | not in rakegate.feed.hosts"
            })
    void whatCannotBeSentSafelyStopsTheStartWithASentence(String name, URI url, String secret, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> properties(new Subscription(name, url, secret)))
                .withMessageContaining(reason);
    }

    @Test
    void aNameStandsForOneReceiver() {
        Subscription one = new Subscription("warehouse", URI.create("https://events.example.org/in"), SECRET);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> properties(one, one))
                .withMessageContaining("twice");
    }

    @Test
    void theSecretIsNeverPrinted() {
        Subscription one = new Subscription("warehouse", URI.create("https://Events.example.org/in"), SECRET);

        assertThat(properties(one).toString()).doesNotContain(SECRET);
    }

    private static FeedProperties properties(Subscription... subscriptions) {
        return new FeedProperties(
                List.of(subscriptions),
                Set.of("events.example.org", "localhost"),
                Duration.ofSeconds(10),
                Duration.ofHours(1),
                Duration.ofSeconds(10));
    }
}
