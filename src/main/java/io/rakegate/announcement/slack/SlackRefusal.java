package io.rakegate.announcement.slack;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Slack understood a call and said no.
 *
 * @param error Slack's word for it, such as {@code not_in_channel}
 * @param needed the scope that was missing, null if that is not the reason
 */
record SlackRefusal(String error, @Nullable String needed) {

    static SlackRefusal of(@Nullable String error, @Nullable String needed) {
        return new SlackRefusal(Objects.requireNonNullElse(error, "no reason given"), needed);
    }

    /** What was refused, Slack's word for why, and what to do about it. */
    String sentence(String method, String subject) {
        return "Slack refused %s (%s): %s. %s".formatted(method, subject, error, remedy(method));
    }

    private String remedy(String method) {
        return switch (error) {
            case "not_in_channel" -> "Invite the app: write /invite and its name in that channel.";
            case "channel_not_found" -> """
                There is no such channel, or it is private and the app is not in it: check rakegate.slack.channels \
                and invite the app.""";
            case "is_archived" -> "Unarchive the channel, or set another one in rakegate.slack.channels.";
            case "invalid_auth", "not_authed", "token_revoked", "token_expired", "account_inactive" ->
                "Slack does not accept the token: set rakegate.slack.bot-token to the app's current bot token.";
            case "missing_scope" ->
                "Give the app the scope %s and install it again; the token may change."
                        .formatted(Objects.requireNonNullElse(needed, "that is missing"));
            case "ratelimited", "rate_limited" -> "Slack asks to slow down; the next attempt comes later.";
            case "msg_too_long", "metadata_too_large" -> "The announcement has to be shorter.";
            case "message_not_found" -> "Somebody deleted the message meanwhile; the next attempt posts it anew.";
            case "cant_update_message", "edit_window_closed" -> """
                The earlier message cannot be changed any more: let the app edit its messages for longer in the \
                workspace's settings, or delete the message so that it is posted anew.""";
            case "restricted_action", "restricted_action_read_only_channel", "restricted_action_thread_only_channel" ->
                "A setting of the workspace keeps apps from posting there: ask its administrator to allow this one.";
            case "internal_error", "fatal_error", "service_unavailable", "request_timeout" ->
                "The fault is on Slack's side. If it lasts, see https://slack-status.com.";
            default -> "What that means: https://docs.slack.dev/reference/methods/" + method + ".";
        };
    }
}
