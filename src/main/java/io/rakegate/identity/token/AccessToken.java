package io.rakegate.identity.token;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A token without its secret.
 *
 * @param id its public part
 * @param userId whom it acts for
 * @param name what it is for, in the words of whoever made it
 * @param scope what it is good for
 * @param createdBy who made it
 * @param createdAt when
 * @param expiresAt when it ends by itself
 * @param lastUsedAt when it was last used, to the minute; null if never
 * @param revokedAt when it was revoked; null if it was not
 */
public record AccessToken(
        String id,
        String userId,
        String name,
        TokenScope scope,
        String createdBy,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** A time of this token as the page shows it. */
    public String day(Instant time) {
        return DAY.format(time);
    }

    boolean isGood(Instant now) {
        return revokedAt == null && expiresAt.isAfter(now);
    }
}
