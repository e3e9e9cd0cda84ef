package io.rakegate.policy;

import java.util.List;
import java.util.Map;

/**
 * The shell command that is to run in production, read as a shell and Rake would read it.
 *
 * @param environment environment variables that the command sets, such as {@code DRY_RUN}
 * @param tasks the tasks it runs, in order; at least one
 * @param cautions what else the command does or may come out as, each a sentence; empty if it just runs the tasks
 */
public record RakeCommand(Map<String, String> environment, List<Call> tasks, List<String> cautions) {

    public RakeCommand {
        environment = Map.copyOf(environment);
        tasks = List.copyOf(tasks);
        cautions = List.copyOf(cautions);
    }

    /**
     * One task with its arguments.
     *
     * @param task full name of the task, such as {@code claims:backfill}
     * @param arguments its arguments in order, as Rake hands them over
     */
    public record Call(String task, List<String> arguments) {

        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * Reads a command such as {@code DRY_RUN=true bundle exec rake 'claims:backfill[100,2024]'}.
     *
     * @throws IllegalArgumentException if it does not run a rake task; the message is a sentence for the person who
     *     typed it
     */
    public static RakeCommand parse(String command) {
        return RakeCommandReader.read(command);
    }

    /** The first task it runs. */
    public Call firstTask() {
        return tasks.get(0);
    }
}
