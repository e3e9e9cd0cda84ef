package io.rakegate.process.task;

import io.rakegate.process.ApprovalVariables;
import io.rakegate.process.ChangeRefs;
import io.rakegate.process.PublicAddress;
import io.rakegate.process.catalogue.Act;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.pullrequest.MergeGate;
import io.rakegate.pullrequest.PullRequests;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Step 5: an approval is for the answers that were shown; those given for others are asked for again. */
@Component
class ReaskApprovals implements JavaDelegate {

    private static final String CONFIRM = """
            The answers in the pull request's text changed. Whoever had approved the old ones confirms again: %s.""";
    private static final String NOBODY_YET = """
            The answers in the pull request's text changed while approvals were asked for; nobody had approved yet.""";
    private static final String CLOSED = "Answers changed: the approvers confirm again";

    private final ChangeRefs refs;
    private final PullRequests pullRequests;
    private final PublicAddress address;

    ReaskApprovals(ChangeRefs refs, PullRequests pullRequests, PublicAddress address) {
        this.refs = refs;
        this.pullRequests = pullRequests;
        this.address = address;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String approvers = ApprovalVariables.both().stream()
                .map(approval -> approval.act().find(execution).map(Act::name))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        ChangeVariables.ANSWERS_NOTICE.set(execution, approvers.isEmpty() ? NOBODY_YET : CONFIRM.formatted(approvers));
        ApprovalVariables.both().forEach(approval -> takeBack(execution, approval));
        if (!ChangeVariables.MERGED.get(execution, false)) {
            pullRequests.setMergeGate(
                    refs.currentOf(execution),
                    ChangeVariables.HEAD_SHA.get(execution),
                    new MergeGate(MergeGate.State.PENDING, CLOSED, address.pageOf(refs.changeOf(execution))));
        }
    }

    private static void takeBack(DelegateExecution execution, ApprovalVariables approval) {
        List.of(
                        approval.act(),
                        approval.decision(),
                        approval.reviewFound(),
                        approval.confirmsDocuments(),
                        approval.acceptedWaivers())
                .forEach(variable -> variable.remove(execution));
    }
}
