package io.rakegate.audit.keep.engine;

import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When, each day, the engine cleans up the history that it may: of archived changes whose {@code historyTimeToLive} has
 * passed.
 *
 * @param from beginning of the time of day, {@code HH:mm} in UTC
 * @param to end of it
 */
@Validated
@ConfigurationProperties("rakegate.audit.cleanup")
record CleanupProperties(
        @DefaultValue("01:00") @Pattern(regexp = CleanupProperties.TIME) String from,

        @DefaultValue("05:00") @Pattern(regexp = CleanupProperties.TIME) String to) {

    static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";
}
