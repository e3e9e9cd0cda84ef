package io.rakegate.process.listener;

import io.rakegate.process.ApprovalVariables;
import io.rakegate.process.Fields;
import io.rakegate.process.InputRefused;
import io.rakegate.process.catalogue.ChangeVariables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Step 5: "approving authority confirms all documents (except prod change proof) are within the PR". Whoever does not
 * approve says why, and whether for good.
 */
@Component
@Order(50)
class ApprovalIsReasoned implements CompletionRule {

    @Override
    public void completing(Completion completion) {
        completion
                .kind()
                .flatMap(ApprovalVariables::of)
                .ifPresent(approval ->
                        decided(completion.task(), approval, completion.actor().name()));
    }

    private static void decided(DelegateTask task, ApprovalVariables approval, String who) {
        String decision = approval.decision().get(task);
        if (decision.equals("approve")) {
            requireConfirmation(task, approval);
            return;
        }
        String reason = Fields.required(
                task, approval.reason(), "Say why you do not approve: the creator works from your reason.");
        ChangeVariables.REJECTED.set(task.getExecution().getProcessInstance(), decision.equals("reject"));
        ChangeVariables.SENT_BACK_REASON.set(task.getExecution().getProcessInstance(), who + ": " + reason);
    }

    private static void requireConfirmation(DelegateTask task, ApprovalVariables approval) {
        if (!approval.confirmsDocuments().get(task, false)) {
            throw new InputRefused(
                    approval.confirmsDocuments().name(),
                    "Confirm that all documents are within the pull request (the production proof comes later), or ask"
                            + " for changes and say what is missing.");
        }
    }
}
