package io.rakegate.policy.rule;

import io.rakegate.policy.Finding;
import io.rakegate.policy.ProcessDocument;
import io.rakegate.policy.RakeFile;
import io.rakegate.policy.RakeFileRule;
import io.rakegate.policy.Surroundings;
import io.rakegate.policy.code.RakeCode;
import java.util.List;

/** Optional component: the pull request contains a spec for the rake task. */
public final class RakeTaskHasASpec implements RakeFileRule {

    @Override
    public List<Finding> check(RakeCode code, Surroundings surroundings) {
        RakeFile file = code.file();
        boolean found = surroundings.paths().stream().anyMatch(RakeTaskHasASpec::isSpec);
        return found || file.tasks().isEmpty() ? List.of() : List.of(finding(file));
    }

    private static boolean isSpec(String path) {
        return path.endsWith("_spec.rb") || path.endsWith("_test.rb");
    }

    private Finding finding(RakeFile file) {
        return new Finding(
                getClass().getSimpleName(),
                Finding.Severity.NOTE,
                "No spec found in the pull request for " + file.path() + ".",
                file.path(),
                0,
                ProcessDocument.SPECS,
                "A spec finds the call of a method that does not exist before production does.",
                "Optional: write the task's work as a class and test the class.");
    }
}
