package io.rakegate.process.task;

import io.rakegate.policy.Finding;
import io.rakegate.policy.FindingAnswer;
import io.rakegate.process.catalogue.AnsweredFinding;
import io.rakegate.process.catalogue.ChangeVariables;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Step 2: "each finding with its answer or waiver". */
final class UnansweredFindings {

    private UnansweredFindings() {}

    /** The findings that wait for an answer; one that was said to be fixed, and is still there, is among them. */
    static List<Finding> in(DelegateExecution execution) {
        List<FindingAnswer> answers = ChangeVariables.ANSWERED_FINDINGS.get(execution, List.of()).stream()
                .map(AnsweredFinding::answer)
                .toList();
        return FindingAnswer.unanswered(ChangeVariables.FINDINGS.get(execution, List.of()), answers);
    }

    /** The same as what is missing, a sentence each. */
    static List<String> missing(DelegateExecution execution) {
        return in(execution).stream()
                .map(finding -> "An answer to the finding: " + finding.sentence())
                .toList();
    }
}
