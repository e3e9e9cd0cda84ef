package io.rakegate.sandbox.slack;

import org.jspecify.annotations.Nullable;

/**
 * A message as the channel keeps it.
 *
 * @param channel id of its channel
 * @param time when it was posted; its identity within the channel
 * @param text what it says, in mrkdwn
 * @param metadata JSON that only programs see, null if it has none
 * @param edited when its text was last changed, null if never
 */
record Message(
        String channel,
        MessageTime time,
        String text,
        @Nullable String metadata,
        @Nullable MessageTime edited) {}
