package io.rakegate.process.task;

import io.rakegate.process.ApprovalVariables;
import io.rakegate.process.ChangeRefs;
import io.rakegate.process.PublicAddress;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.pullrequest.MergeGate;
import io.rakegate.pullrequest.PullRequests;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Step 5: approvals belong to a commit; those given so far are withdrawn and the merge gate closes. */
@Component
class WithdrawApprovals implements JavaDelegate {

    private final ChangeRefs refs;
    private final PullRequests pullRequests;
    private final PublicAddress address;

    WithdrawApprovals(ChangeRefs refs, PullRequests pullRequests, PublicAddress address) {
        this.refs = refs;
        this.pullRequests = pullRequests;
        this.address = address;
    }

    @Override
    public void execute(DelegateExecution execution) {
        for (ApprovalVariables approval : ApprovalVariables.both()) {
            approval.act().remove(execution);
            approval.decision().remove(execution);
            approval.reviewFound().remove(execution);
            approval.confirmsDocuments().remove(execution);
            approval.acceptedWaivers().remove(execution);
        }
        ChangeVariables.ANSWERS_NOTICE.set(execution, "");
        pullRequests.setMergeGate(
                refs.currentOf(execution),
                ChangeVariables.HEAD_SHA.get(execution),
                new MergeGate(
                        MergeGate.State.PENDING,
                        "Approvals withdrawn: the change goes back to step 1",
                        address.pageOf(refs.changeOf(execution))));
    }
}
