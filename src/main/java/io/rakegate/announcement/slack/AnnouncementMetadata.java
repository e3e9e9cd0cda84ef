package io.rakegate.announcement.slack;

import com.slack.api.model.Message;
import io.rakegate.announcement.Announcement;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an announcement carries beside its text, seen by programs only: the key by which it is found again, and a digest
 * of the text as it was sent. Slack hands the text itself back changed (emoji become names), so it cannot be compared.
 *
 * @param key the announcement's key
 * @param digest SHA-256 of the text, 64 hex digits
 */
record AnnouncementMetadata(String key, String digest) {

    private static final String EVENT_TYPE = "rakegate_announcement";
    private static final String KEY = "key";
    private static final String DIGEST = "text_sha256";

    static AnnouncementMetadata of(Announcement announcement) {
        return new AnnouncementMetadata(announcement.key(), sha256(announcement.text()));
    }

    /** What a message carries; null if it is no announcement. */
    static @Nullable AnnouncementMetadata in(Message message) {
        Message.Metadata metadata = message.getMetadata();
        if (metadata == null || !EVENT_TYPE.equals(metadata.getEventType()) || metadata.getEventPayload() == null) {
            return null;
        }
        Map<String, Object> payload = metadata.getEventPayload();
        return payload.get(KEY) instanceof String key && payload.get(DIGEST) instanceof String digest
                ? new AnnouncementMetadata(key, digest)
                : null;
    }

    Message.Metadata toSlack() {
        return new Message.Metadata(EVENT_TYPE, new TreeMap<>(Map.of(KEY, key, DIGEST, digest)));
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
