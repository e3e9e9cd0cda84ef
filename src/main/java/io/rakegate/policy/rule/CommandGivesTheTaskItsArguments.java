package io.rakegate.policy.rule;

import io.rakegate.policy.CommandRule;
import io.rakegate.policy.Finding;
import io.rakegate.policy.ProcessDocument;
import io.rakegate.policy.RakeCommand;
import io.rakegate.policy.RakeFile;
import io.rakegate.policy.RakeTask;
import java.util.List;
import java.util.stream.Stream;

/** Step 1: the command gives each task no more arguments than the task declares; Rake drops the rest in silence. */
public final class CommandGivesTheTaskItsArguments implements CommandRule {

    @Override
    public List<Finding> check(String command, List<RakeFile> files) {
        List<RakeCommand.Call> calls;
        try {
            calls = RakeCommand.parse(command).tasks();
        } catch (IllegalArgumentException reportedByAnotherRule) {
            return List.of();
        }
        return files.stream()
                .flatMap(file -> calls.stream().flatMap(call -> tooMany(call, file)))
                .toList();
    }

    private Stream<Finding> tooMany(RakeCommand.Call call, RakeFile file) {
        return file.task(call.task()).stream()
                .filter(task -> call.arguments().size() > task.arguments().size() && !readsExtras(task))
                .map(task -> finding(call, task, file));
    }

    private static boolean readsExtras(RakeTask task) {
        return task.block() != null
                && task.block()
                        .tree()
                        .anyMatch(node -> node.is("call")
                                && (node.childText("method").equals("extras")
                                        || node.childText("method").equals("to_a")));
    }

    private Finding finding(RakeCommand.Call call, RakeTask task, RakeFile file) {
        return new Finding(
                getClass().getSimpleName(),
                Finding.Severity.TO_ANSWER,
                "The command gives " + task.label() + " " + call.arguments().size()
                        + " arguments, and the task declares "
                        + task.arguments().size() + ".",
                file.path(),
                task.line(),
                ProcessDocument.RUN_IN_PRODUCTION,
                "Rake drops an argument that is not declared without a word, so the task runs with other limits than"
                        + " everybody read in the command.",
                "Declare the argument in the task, or leave it out of the command.");
    }
}
