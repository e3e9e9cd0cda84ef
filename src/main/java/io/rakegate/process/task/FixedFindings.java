package io.rakegate.process.task;

import io.rakegate.policy.Finding;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.FixedFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Which findings a commit has fixed: they were there, and at a newer head they are gone. */
final class FixedFindings {

    private FixedFindings() {}

    /** Replaces the findings of a change by those of its head, and keeps the ones that the new head has fixed. */
    static void replace(DelegateExecution execution, List<Finding> now, String headSha) {
        Set<String> there = now.stream().map(Finding::id).collect(Collectors.toSet());
        List<Finding> before = ChangeVariables.FINDINGS.get(execution, List.of());
        List<FixedFinding> fixed = new ArrayList<>(ChangeVariables.FIXED_FINDINGS.get(execution, List.of()));
        fixed.removeIf(one -> there.contains(one.finding().id()));
        if (hasMoved(execution, headSha)) {
            before.stream()
                    .filter(finding -> finding.file() != null && finding.severity() != Finding.Severity.NOTE)
                    .filter(finding -> !there.contains(finding.id()))
                    .filter(finding -> now.stream().noneMatch(other -> isRewritten(finding, other, before)))
                    .forEach(finding -> fixed.add(new FixedFinding(finding, headSha)));
        }
        ChangeVariables.FIXED_FINDINGS.set(execution, fixed);
        ChangeVariables.FINDINGS.set(execution, now);
    }

    private static boolean hasMoved(DelegateExecution execution, String headSha) {
        return ChangeVariables.PULL_REQUEST_NEWS.get(execution, "").equals("newCommit")
                || !ChangeVariables.HEAD_SHA.get(execution, headSha).equals(headSha);
    }

    /** The line was changed and the same is to be said of it: that is no fix. */
    private static boolean isRewritten(Finding finding, Finding other, List<Finding> before) {
        return other.rule().equals(finding.rule())
                && finding.file() != null
                && finding.file().equals(other.file())
                && before.stream().noneMatch(earlier -> earlier.id().equals(other.id()));
    }
}
