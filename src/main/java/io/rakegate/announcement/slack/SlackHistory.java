package io.rakegate.announcement.slack;

import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.model.Message;
import io.rakegate.announcement.AnnouncementsUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What our app has already announced in a channel, read from the channel itself. */
@Component
final class SlackHistory {

    private static final int PER_PAGE = 200;
    private static final int MOST_PAGES = 20;

    private final SlackApi slack;
    private final Clock clock;
    private final Duration lookBack;
    private final AtomicReference<@Nullable String> ownBotId = new AtomicReference<>();

    SlackHistory(SlackApi slack, Clock clock, SlackProperties properties) {
        this.slack = slack;
        this.clock = clock;
        this.lookBack = properties.lookBack();
    }

    /**
     * The newest message that our app posted under the key, as far back as it is looked.
     *
     * @throws AnnouncementsUnavailable if the channel cannot be read as far back as that: then nobody knows whether it
     *     was announced
     */
    Optional<Announced> find(String channel, String key) {
        String bot = ownBotId();
        String oldest = clock.instant().minus(lookBack).getEpochSecond() + ".000000";
        String cursor = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            ConversationsHistoryResponse answer = page(channel, oldest, cursor);
            for (Message message : answer.getMessages()) {
                AnnouncementMetadata metadata = AnnouncementMetadata.in(message);
                if (bot.equals(message.getBotId())
                        && metadata != null
                        && metadata.key().equals(key)) {
                    return Optional.of(new Announced(message.getTs(), metadata));
                }
            }
            cursor = Cursor.after(answer.getResponseMetadata());
            if (!answer.isHasMore()) {
                return Optional.empty();
            }
        }
        throw new AnnouncementsUnavailable(
                """
                Channel %s has more than %d messages since %s, too many to tell whether this was announced before. \
                Set rakegate.slack.look-back to less than %s.""".formatted(channel, PER_PAGE * MOST_PAGES, clock.instant().minus(lookBack), lookBack));
    }

    private ConversationsHistoryResponse page(String channel, String oldest, String cursor) {
        return slack.call(
                "conversations.history",
                "channel " + channel,
                methods -> methods.conversationsHistory(request -> request.channel(channel)
                        .oldest(oldest)
                        .limit(PER_PAGE)
                        .includeAllMetadata(true)
                        .cursor(cursor.isEmpty() ? null : cursor)));
    }

    /** Anybody's app can post our metadata; only our own messages count, and only those can be updated. */
    private String ownBotId() {
        String known = ownBotId.get();
        if (known != null) {
            return known;
        }
        String asked = slack.call("auth.test", "the app itself", methods -> methods.authTest(request -> request))
                .getBotId();
        if (asked == null) {
            throw new AnnouncementsUnavailable(
                    "rakegate.slack.bot-token belongs to a person. Set it to the bot token of an app (xoxb-…).");
        }
        ownBotId.set(asked);
        return asked;
    }

    /**
     * A message of ours.
     *
     * @param ts Slack's timestamp of it, its identity within the channel
     * @param metadata what it carries
     */
    record Announced(String ts, AnnouncementMetadata metadata) {}
}
