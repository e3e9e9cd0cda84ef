package io.rakegate.process.task;

import io.rakegate.process.ApprovalVariables;
import io.rakegate.process.ChangeRefs;
import io.rakegate.process.Progress;
import io.rakegate.process.PublicAddress;
import io.rakegate.process.Standing;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.pullrequest.MergeGate;
import io.rakegate.pullrequest.PullRequests;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Step 5: both approvals stand for the head commit, so the merge may go ahead. Asked once more here, because a diagram
 * can be drawn that overlooks what an approver decided.
 */
@Component
class OpenMergeGate implements JavaDelegate {

    private final ChangeRefs refs;
    private final PullRequests pullRequests;
    private final PublicAddress address;
    private final Progress progress;

    OpenMergeGate(ChangeRefs refs, PullRequests pullRequests, PublicAddress address, Progress progress) {
        this.refs = refs;
        this.pullRequests = pullRequests;
        this.address = address;
        this.progress = progress;
    }

    @Override
    public void execute(DelegateExecution execution) {
        for (ApprovalVariables approval : ApprovalVariables.both()) {
            if (!Standing.approved(execution, approval)) {
                throw new IllegalStateException("The merge gate stays shut: \""
                        + approval.task().id() + "\" has not ended in an approval of this commit and these answers.");
            }
        }
        if (!ChangeVariables.ANSWERS_NOTICE.get(execution, "").isBlank()) {
            ChangeVariables.ANSWERS_NOTICE.set(execution, "");
            progress.made(execution);
        }
        pullRequests.setMergeGate(
                refs.currentOf(execution),
                ChangeVariables.HEAD_SHA.get(execution),
                new MergeGate(
                        MergeGate.State.SUCCESS,
                        "Approved by the engineering lead and Console Services: merge it",
                        address.pageOf(refs.changeOf(execution))));
    }
}
