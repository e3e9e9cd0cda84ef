package io.rakegate.policy.rule;

import io.rakegate.policy.CommandRule;
import io.rakegate.policy.Finding;
import io.rakegate.policy.ProcessDocument;
import io.rakegate.policy.RakeCommand;
import io.rakegate.policy.RakeFile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Step 1: every task that the command runs is defined in a rake file of the pull request. */
public final class CommandNamesARakeTask implements CommandRule {

    private static final int SHOWN = 10;

    @Override
    public List<Finding> check(String command, List<RakeFile> files) {
        RakeCommand parsed;
        try {
            parsed = RakeCommand.parse(command);
        } catch (IllegalArgumentException notARakeCommand) {
            return List.of(finding(String.valueOf(notARakeCommand.getMessage()), "Correct the command."));
        }
        List<Finding> findings = new ArrayList<>();
        for (RakeCommand.Call call : parsed.tasks()) {
            if (files.stream().noneMatch(file -> file.task(call.task()).isPresent())) {
                findings.add(finding(
                        "The command runs \"" + call.task()
                                + "\", and no rake file of the pull request defines that task.",
                        howToFix(files)));
            }
        }
        return findings;
    }

    private static String howToFix(List<RakeFile> files) {
        if (files.stream().anyMatch(RakeFile::computesNames)) {
            return "The file computes names of tasks while it is loaded, which cannot be checked:"
                    + " write the task's name out in the file.";
        }
        String defined = files.stream()
                .flatMap(file -> file.tasks().stream())
                .filter(task -> task.name() != null)
                .limit(SHOWN)
                .map(task -> task.name() + " (line " + task.line() + ")")
                .collect(Collectors.joining(", "));
        return defined.isEmpty()
                ? "Define the task in a rake file of the pull request."
                : "Correct the command or the file. Defined are: " + defined + ".";
    }

    private Finding finding(String sentence, String howToFix) {
        return new Finding(
                getClass().getSimpleName(),
                Finding.Severity.BLOCKING,
                sentence,
                null,
                0,
                ProcessDocument.RUN_IN_PRODUCTION,
                "The operator runs exactly this command in production; a wrong name fails there, or runs something else.",
                howToFix);
    }
}
