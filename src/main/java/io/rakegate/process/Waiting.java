package io.rakegate.process;

import io.rakegate.process.catalogue.Step;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task that somebody has to do: whose turn it is, and since when.
 *
 * @param taskId the engine's id of the task
 * @param task the id of its element in the diagram
 * @param name its name, with the step number
 * @param step its step; null for a task that a process owner added
 * @param assignee user id of who has it, null while nobody has
 * @param groups ids of the groups that may take it
 * @param since when it appeared
 * @param due when it is due
 */
public record Waiting(
        String taskId,
        String task,
        String name,
        @Nullable Step step,
        @Nullable String assignee,
        List<String> groups,
        Instant since,
        @Nullable Instant due) {

    public Waiting {
        groups = List.copyOf(groups);
    }

    /** Who is waited for, in words: a person or a group. */
    public String who() {
        if (assignee != null) {
            return assignee;
        }
        return groups.isEmpty() ? "nobody yet" : String.join(" or ", groups);
    }

    /** Whether it is past its due date. */
    public boolean isOverdue(Instant now) {
        return due != null && due.isBefore(now);
    }
}
