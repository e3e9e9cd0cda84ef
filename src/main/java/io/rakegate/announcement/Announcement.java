package io.rakegate.announcement;

/**
 * One message for a channel.
 *
 * @param kind what kind of message it is; the channel is configured per kind
 * @param key names this message for ever (change, step and round): announcing the same key again updates the message
 *     and never repeats it
 * @param text what it says, in Slack's mrkdwn, with its links
 */
public record Announcement(Kind kind, String key, String text) {

    /** The kinds of message; each can go to its own channel. */
    public enum Kind {
        /** Step 7: "Schedule and announce prod database rake task in platform architecture slack channel". */
        SCHEDULED_RUN,
        /** Step 10: "Announce in platform architecture slack channel the completion". */
        COMPLETION,
        /** A back-out was run. */
        BACKOUT,
        /** Somebody's turn is overdue soon or has been for a while. */
        REMINDER,
        /** A task is overdue and goes one level up, once. */
        ESCALATION
    }
}
