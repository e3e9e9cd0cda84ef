package io.rakegate.audit.keep.engine;

import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When, each day, the engine cleans up the history that it may: of archived changes whose {@code historyTimeToLive} has
 * passed.
 *
 * @param keepFor how long the history of a change is kept after its end, in whole days; unless given, as its diagram says
 * @param from beginning of the time of day, {@code HH:mm} in UTC
 * @param to end of it
 */
@Validated
@ConfigurationProperties("rakegate.audit.cleanup")
record CleanupProperties(
        @Nullable Duration keepFor,

        @DefaultValue("01:00") @Pattern(regexp = CleanupProperties.TIME) String from,

        @DefaultValue("05:00") @Pattern(regexp = CleanupProperties.TIME) String to) {

    static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";

    CleanupProperties {
        if (keepFor != null && keepFor.toDays() < 1) {
            throw new IllegalArgumentException("rakegate.audit.cleanup.keep-for has to be a day or more.");
        }
    }
}
