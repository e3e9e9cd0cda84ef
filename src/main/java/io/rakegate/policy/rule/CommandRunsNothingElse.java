package io.rakegate.policy.rule;

import io.rakegate.policy.CommandRule;
import io.rakegate.policy.Finding;
import io.rakegate.policy.ProcessDocument;
import io.rakegate.policy.RakeCommand;
import io.rakegate.policy.RakeFile;
import java.util.List;

/** Step 1: the command runs the rake task and nothing else, and comes out of any shell as it was written. */
public final class CommandRunsNothingElse implements CommandRule {

    @Override
    public List<Finding> check(String command, List<RakeFile> files) {
        try {
            List<String> cautions = RakeCommand.parse(command).cautions();
            return cautions.isEmpty() ? List.of() : List.of(finding(String.join(" ", cautions)));
        } catch (IllegalArgumentException reportedByAnotherRule) {
            return List.of();
        }
    }

    private Finding finding(String sentence) {
        return new Finding(
                getClass().getSimpleName(),
                Finding.Severity.TO_ANSWER,
                sentence,
                null,
                0,
                ProcessDocument.RUN_IN_PRODUCTION,
                "The operator pastes the command into a shell of the production instance: what the shell adds, replaces"
                        + " or refuses was never tested or approved.",
                "Write it as one call, with values written out and the task with its arguments in single quotes: "
                        + "bundle exec rake 'namespace:task[first,second]'. If it has to be like this, say why.");
    }
}
