package io.rakegate.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who is waiting for whom: one team's open tasks in the hands of one person or group.
 *
 * @param team slug of the team that waits
 * @param userId the person who is waited for, null if a group is
 * @param group the group that is waited for where nobody has taken the task, null if a person has
 * @param tasks how many tasks
 * @param overdue how many of them are past their due date
 * @param since the oldest of them is open since then
 */
public record TeamWait(
        String team, @Nullable String userId, @Nullable String group, long tasks, long overdue, Instant since) {}
