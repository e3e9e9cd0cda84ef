package io.rakegate.announcement.slack;

import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import io.rakegate.announcement.Announcement;
import io.rakegate.announcement.Announcements;
import io.rakegate.announcement.AnnouncementsUnavailable;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Says things in Slack, once each.
 *
 * <p>Slack offers no idempotent way to post, so the channel is the memory: every message carries its announcement's key,
 * and before posting we look for it. What is guaranteed: an attempt that was interrupted anywhere, or whose answer was
 * lost, and is made again within {@code rakegate.slack.look-back} finds its message and posts no other; two nodes at the
 * same key do not post both (see {@link AnnouncementLock}). What is not: a node that loses its database connection while
 * its post is still on the way to Slack no longer holds the lock, and a node that looks in that moment posts as well.
 */
@Component
final class SlackAnnouncements implements Announcements {

    private static final Logger log = LoggerFactory.getLogger(SlackAnnouncements.class);

    /** Slack updates a message up to 4,000 characters, and a channel is no place for more. */
    static final int MOST_CHARACTERS = 3_000;

    /** Posting and updating have different defaults; with this one both leave bare addresses and names as text. */
    private static final String AS_WRITTEN = "none";

    private final SlackApi slack;
    private final SlackChannels channels;
    private final SlackHistory history;
    private final AnnouncementLock lock;

    SlackAnnouncements(SlackApi slack, SlackChannels channels, SlackHistory history, AnnouncementLock lock) {
        this.slack = slack;
        this.channels = channels;
        this.history = history;
        this.lock = lock;
    }

    @Override
    public String announce(Announcement announcement) {
        refuseWhatDoesNotFit(announcement);
        String channel = channels.idFor(announcement.kind());
        return lock.alone(announcement.key(), () -> permalink(channel, say(channel, announcement)));
    }

    private String say(String channel, Announcement announcement) {
        AnnouncementMetadata metadata = AnnouncementMetadata.of(announcement);
        Optional<SlackHistory.Announced> earlier = history.find(channel, announcement.key());
        if (earlier.isEmpty()) {
            return post(channel, announcement.text(), metadata);
        }
        String ts = earlier.get().ts();
        if (!earlier.get().metadata().equals(metadata)) {
            update(channel, ts, announcement.text(), metadata);
        }
        return ts;
    }

    private String post(String channel, String text, AnnouncementMetadata metadata) {
        ChatPostMessageResponse posted = slack.call(
                "chat.postMessage",
                "channel " + channel,
                methods -> methods.chatPostMessage(request -> request.channel(channel)
                        .text(text)
                        .parse(AS_WRITTEN)
                        .metadata(metadata.toSlack())
                        .unfurlLinks(false)
                        .unfurlMedia(false)));
        if (AnnouncementMetadata.in(posted.getMessage()) == null) {
            log.warn("""
                    Slack kept the message {} in channel {} without its metadata ({}): "{}" would be announced again. \
                    Declare no schema for its event type in the app's manifest.""", posted.getTs(), channel, posted.getWarning(), metadata.key());
        }
        return posted.getTs();
    }

    private void update(String channel, String ts, String text, AnnouncementMetadata metadata) {
        slack.call(
                "chat.update",
                "channel " + channel,
                methods -> methods.chatUpdate(request -> request.channel(channel)
                        .ts(ts)
                        .text(text)
                        .parse(AS_WRITTEN)
                        .metadata(metadata.toSlack())));
    }

    private String permalink(String channel, String ts) {
        return slack.call(
                        "chat.getPermalink",
                        "channel " + channel,
                        methods -> methods.chatGetPermalink(
                                request -> request.channel(channel).messageTs(ts)))
                .getPermalink();
    }

    private static void refuseWhatDoesNotFit(Announcement announcement) {
        int length = announcement.text().length();
        if (length > MOST_CHARACTERS) {
            throw new AnnouncementsUnavailable("""
                    Announcement "%s" has %d characters; a channel takes at most %d. Keep what people wrote short \
                    with Mrkdwn.text(text, limit).""".formatted(announcement.key(), length, MOST_CHARACTERS));
        }
    }
}
