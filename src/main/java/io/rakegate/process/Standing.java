package io.rakegate.process;

import io.rakegate.process.catalogue.Act;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.Step;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Where a change stands, as its own service tasks see it. */
public final class Standing {

    private Standing() {}

    /** The step the change is at: the earliest one that somebody works on; arranging an operator goes on beside. */
    public static Step step(List<Waiting> waiting) {
        return waiting.stream()
                .map(Waiting::step)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(Step.APPROVE);
    }

    /** Whether an approval stands for the commit and the answers of now, with its review found on GitHub. */
    public static boolean approved(DelegateExecution execution, ApprovalVariables approval) {
        Optional<String> head = ChangeVariables.HEAD_SHA.find(execution);
        Optional<Act> act = approval.act().find(execution);
        Optional<String> approvedSha = act.map(Act::headSha);
        return approval.reviewFound().get(execution, false)
                && approval.decision().get(execution, "").equals("approve")
                && head.isPresent()
                && head.equals(approvedSha)
                && act.map(Act::answersHash).equals(ChangeVariables.ANSWERS_HASH.find(execution));
    }
}
