package io.rakegate.policy.rule;

import io.rakegate.policy.Finding;
import io.rakegate.policy.ProcessDocument;
import io.rakegate.policy.RakeFile;
import io.rakegate.policy.Rule;
import io.rakegate.policy.Submission;
import io.rakegate.policy.ruby.RubyProblem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Step 1: every rake file of the pull request can be read as Ruby; otherwise nothing in it was checked. */
public final class RakeFileIsReadable implements Rule {

    @Override
    public List<Finding> check(Submission submission) {
        return submission.pullRequest().rakeFiles().stream()
                .map(RakeFile::read)
                .flatMap(file -> check(file).stream())
                .toList();
    }

    /** The finding about one file, if it cannot be read. */
    public Optional<Finding> check(RakeFile file) {
        return Stream.ofNullable(file.problem())
                .map(problem -> finding(file, problem))
                .findFirst();
    }

    /** The finding about a file that cannot be read, or cannot be checked. */
    public Finding finding(RakeFile file, RubyProblem problem) {
        return new Finding(
                getClass().getSimpleName(),
                Finding.Severity.BLOCKING,
                problem.sentence() + (problem.column() > 0 ? " (column " + problem.column() + ")" : ""),
                file.path(),
                problem.line(),
                ProcessDocument.RAKE_TASKS,
                "A file that cannot be read as Ruby fails when it is loaded, and no other check of it can be trusted.",
                "Run \"ruby -c " + file.path() + "\" and push the corrected file, saved as UTF-8.");
    }
}
