package io.rakegate.process.catalogue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who did what, when and for which commit, taken at the act from the engine's authentication.
 *
 * @param task id of the task that was completed
 * @param userId who completed it
 * @param name what to call them
 * @param gitHubId their account number on GitHub, 0 if none is known
 * @param at when
 * @param headSha the commit the change stood at, null before the pull request was read
 * @param answersHash hash of the four answers that were shown, null before they were checked
 */
public record Act(
        String task,
        String userId,
        String name,
        long gitHubId,
        Instant at,
        @Nullable String headSha,
        @Nullable String answersHash) {}
