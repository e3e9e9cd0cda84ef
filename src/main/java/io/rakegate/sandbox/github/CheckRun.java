package io.rakegate.sandbox.github;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A check of a commit, reported by an app.
 *
 * @param id its number, 0 before it is kept
 * @param headSha the commit
 * @param name its name, such as {@code rakegate}
 * @param status queued, in_progress or completed
 * @param conclusion success, failure and so on; null until it is completed
 * @param detailsUrl where the details are
 * @param externalId the app's own name for it
 * @param title headline of its output
 * @param summary text of its output
 * @param startedAt when it started
 * @param completedAt when it was completed, null until then
 */
public record CheckRun(
        long id,
        String headSha,
        String name,
        String status,
        @Nullable String conclusion,
        @Nullable String detailsUrl,
        @Nullable String externalId,
        @Nullable String title,
        @Nullable String summary,
        Instant startedAt,
        @Nullable Instant completedAt) {}
