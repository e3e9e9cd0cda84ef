package io.rakegate.process.web;

import io.rakegate.policy.Finding;
import io.rakegate.policy.RakeFile;
import io.rakegate.policy.RakeTask;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check of one rake file found.
 *
 * @param path the path that it was checked for
 * @param blocking how many of the findings would stop a change
 * @param toAnswer how many would have to be fixed or answered
 * @param tasks the tasks that the file defines, in order
 * @param findings what the rules noticed, in the order in which people read it; empty if nothing
 */
record RakeCheckBody(String path, long blocking, long toAnswer, List<TaskBody> tasks, List<FindingBody> findings) {

    /**
     * A task that the file defines.
     *
     * @param name its full name; null if it is computed when the file is loaded
     * @param arguments names of its arguments
     * @param description what its {@code desc} says, empty if it has none
     * @param line where it is defined
     */
    record TaskBody(@Nullable String name, List<String> arguments, String description, int line) {

        static TaskBody of(RakeTask task) {
            return new TaskBody(task.name(), task.arguments(), task.description(), task.line());
        }
    }

    static RakeCheckBody of(RakeFile file, List<Finding> findings) {
        return new RakeCheckBody(
                file.path(),
                findings.stream().filter(Finding::isBlocking).count(),
                findings.stream().filter(Finding::isToAnswer).count(),
                file.tasks().stream().map(TaskBody::of).toList(),
                findings.stream().map(FindingBody::of).toList());
    }
}
