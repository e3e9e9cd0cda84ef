package io.rakegate.identity.token;

import java.time.Instant;
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

    boolean isGood(Instant now) {
        return revokedAt == null && expiresAt.isAfter(now);
    }
}
