package io.rakegate.process;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Times of the process.
 *
 * @param lookAgainEvery how often a pull request is looked at without being told to
 * @param remindEvery how often whoever is waited for is reminded once their task is overdue
 * @param escalateAfter how long after its due date a task goes one level up
 * @param due how long each task may take, by its id; {@code default} for the others
 * @param productionRakeFolder where rake tasks for production belong, without a slash at its end
 * @param rakeFolders the folders whose rake files Rake loads, to see where the name of a task is used again; {@code *}
 *     stands for any one folder; none if that is not to be looked at
 */
@ConfigurationProperties("rakegate.process")
public record ProcessProperties(
        @DefaultValue("5m") Duration lookAgainEvery,
        @DefaultValue("4h") Duration remindEvery,
        @DefaultValue("2d") Duration escalateAfter,
        @DefaultValue Map<String, Duration> due,
        @DefaultValue("rakelib/prod") String productionRakeFolder,
        @DefaultValue({"lib/tasks", "rakelib"}) List<String> rakeFolders) {

    private static final Duration OTHERWISE = Duration.ofDays(2);

    public ProcessProperties {
        due = Map.copyOf(due);
        rakeFolders = List.copyOf(rakeFolders);
    }

    /** How long the task with this element id may take. */
    public Duration dueAfter(String taskId) {
        return due.getOrDefault(taskId, due.getOrDefault("default", OTHERWISE));
    }
}
