package io.rakegate.policy;

import io.rakegate.policy.ruby.RubyNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One task that a rake file defines.
 *
 * @param name full name with its namespaces, such as {@code claims:backfill}; null if it is computed when it runs
 * @param arguments names of its arguments, in order
 * @param description what its {@code desc} says, empty if it has none
 * @param line the line where it is defined, from 1
 * @param definition the call that defines it
 * @param block what it runs; null if it only has prerequisites
 */
public record RakeTask(
        @Nullable String name,
        List<String> arguments,
        String description,
        int line,
        RubyNode definition,
        @Nullable RubyNode block) {

    public RakeTask {
        arguments = List.copyOf(arguments);
    }

    /** Its full name, or what stands in its place where the name is computed when it runs. */
    public String label() {
        return name == null ? "(a task whose name is computed)" : name;
    }
}
