package io.rakegate.sandbox.github;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said about a commit. The latest of each context stands.
 *
 * @param id its number
 * @param context who says it, such as {@code rakegate}
 * @param state error, failure, pending or success
 * @param description the sentence beside it
 * @param targetUrl where the details are
 * @param creator the account that said it
 * @param createdAt when
 */
public record Status(
        long id,
        String context,
        String state,
        @Nullable String description,
        @Nullable String targetUrl,
        Account creator,
        Instant createdAt) {}
