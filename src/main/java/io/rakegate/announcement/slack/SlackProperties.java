package io.rakegate.announcement.slack;

import io.rakegate.announcement.Announcement;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.validation.annotation.Validated;

/**
 * How to reach Slack.
 *
 * @param apiUrl address of Slack's Web API, ending in a slash; https, or http on this machine
 * @param botToken the app's bot token ({@code xoxb-…}) with the scopes chat:write, channels:history and channels:read;
 *     for private channels groups:history as well
 * @param channels where each kind of announcement goes
 * @param lookBack how far back to look for an announcement that was already made; an interrupted one that is tried
 *     again later than this is made a second time
 * @param connectTimeout how long to wait for a connection
 * @param callTimeout how long to wait for one whole answer
 */
@Validated
@ConfigurationProperties("rakegate.slack")
record SlackProperties(
        @DefaultValue("https://slack.com/api/") URI apiUrl,
        @DefaultValue("") String botToken,
        @Valid @DefaultValue Channels channels,

        @DefaultValue("14d") @DurationMin(hours = 1) @DurationMax(days = 365)
        Duration lookBack,

        @DefaultValue("3s") @DurationMin(millis = 10) @DurationMax(seconds = 10)
        Duration connectTimeout,

        @DefaultValue("10s") @DurationMin(millis = 10) @DurationMax(seconds = 20)
        Duration callTimeout) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    SlackProperties {
        apiUrl = apiUrl.toString().endsWith("/") ? apiUrl : URI.create(apiUrl + "/");
        botToken = botToken.strip();
    }

    @AssertTrue(
            message =
                    "The Slack token is missing or malformed. Set RAKEGATE_SLACK_BOT_TOKEN to the bot token of the Slack app"
                            + " (Slack: Your Apps > OAuth & Permissions); it is one word and starts with xoxb-. To try Rakegate"
                            + " without Slack, turn the sandbox on.")
    boolean isBotTokenGiven() {
        return !botToken.isEmpty() && botToken.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    @AssertTrue(
            message = "The address of Slack is not safe. Set rakegate.slack.api-url to one with https."
                    + " Otherwise the token would travel readable; only this machine may be reached with http.")
    boolean isApiUrlSafe() {
        String host = Objects.toString(apiUrl.getHost(), "");
        boolean loopback = "http".equals(apiUrl.getScheme()) && THIS_MACHINE.contains(host);
        return loopback || ("https".equals(apiUrl.getScheme()) && !host.isEmpty());
    }

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
        return "SlackProperties[apiUrl=%s, channels=%s, lookBack=%s]".formatted(apiUrl, channels, lookBack);
    }

    /**
     * Where each kind of announcement goes: the channel's id ({@code C0123456789}), or the name of a public channel
     * ({@code #platform-architecture}).
     *
     * @param fallback ({@code default}) for every kind that has no channel of its own
     * @param scheduledRun step 7: a production run is scheduled
     * @param completion step 10: the change is completed
     * @param backout a back-out was run
     * @param reminder somebody's turn is due
     * @param escalation a task is overdue and goes one level up
     */
    record Channels(
            @Name("default") @Nullable String fallback,
            @Nullable String scheduledRun,
            @Nullable String completion,
            @Nullable String backout,
            @Nullable String reminder,
            @Nullable String escalation) {

        @AssertTrue(
                message = "A kind of announcement has no Slack channel. Set RAKEGATE_SLACK_CHANNELS_DEFAULT"
                        + " (rakegate.slack.channels.default), or each of scheduled-run, completion, backout, reminder and"
                        + " escalation below rakegate.slack.channels, to a channel's name or id.")
        boolean isComplete() {
            return Arrays.stream(Announcement.Kind.values()).map(this::of).noneMatch(String::isEmpty);
        }

        /** The channel as it is configured, an id or a name without its "#". */
        String of(Announcement.Kind kind) {
            String own = switch (kind) {
                case SCHEDULED_RUN -> scheduledRun;
                case COMPLETION -> completion;
                case BACKOUT -> backout;
                case REMINDER -> reminder;
                case ESCALATION -> escalation;
            };
            String channel = own == null || own.isBlank() ? Objects.toString(fallback, "") : own;
            return channel.strip().replaceFirst("^#", "");
        }
    }
}
