package io.rakegate.process.listener;

import io.rakegate.process.ActRefused;
import io.rakegate.process.ApprovalVariables;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.UserTask;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Step 8: what runs in production was approved by both sides and merged as approved, however the diagram came to ask for
 * the run. Whoever was asked wrongly can still report that they aborted it.
 */
@Component
@Order(50)
class RunIsOfWhatWasApproved implements CompletionRule {

    @Override
    public void completing(Completion completion) {
        if (!completion.isFor(UserTask.RUN_IN_PRODUCTION)
                || ChangeVariables.RUN_OUTCOME.get(completion.task(), "").equals("aborted")) {
            return;
        }
        boolean merged = ChangeVariables.MERGED_AS_APPROVED.get(completion.task(), false);
        boolean approved = ApprovalVariables.both().stream()
                .allMatch(side -> side.decision().get(completion.task(), "").equals("approve"));
        if (!merged || !approved) {
            throw new ActRefused(
                    "This change was not approved by both sides and merged as approved, so nothing of it runs in"
                            + " production. Report the run as aborted, and tell the process owners: the diagram should not have"
                            + " asked for it.");
        }
    }
}
