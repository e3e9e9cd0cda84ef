package io.rakegate.process.engine;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What may be tuned about the engine without touching a diagram.
 *
 * @param retryAfter how long a failed job waits before each further attempt; after the last it becomes an incident
 * @param historyTimeToLive how long the history of an ended change is kept where its diagram does not say, in whole days
 * @param refusalsKeptPerMinute how many refusals of one person each node keeps in the operation log in a minute
 */
@Validated
@ConfigurationProperties("rakegate.engine")
record EngineProperties(
        @DefaultValue({"5s", "30s", "2m", "10m", "30m"}) @NotEmpty List<Duration> retryAfter,

        @DefaultValue("365d") @NotNull Duration historyTimeToLive,

        @DefaultValue("30") @Positive int refusalsKeptPerMinute) {

    EngineProperties {
        retryAfter = List.copyOf(retryAfter);
    }
}
