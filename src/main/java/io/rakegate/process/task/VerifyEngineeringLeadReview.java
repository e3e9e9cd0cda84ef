package io.rakegate.process.task;

import io.rakegate.process.ApprovalVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Step 5: looks for the review by the engineering lead who approved, at the head commit. */
@Component
class VerifyEngineeringLeadReview implements JavaDelegate {

    private final ReviewCheck reviewCheck;

    VerifyEngineeringLeadReview(ReviewCheck reviewCheck) {
        this.reviewCheck = reviewCheck;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reviewCheck.verify(execution, ApprovalVariables.LEAD);
    }
}
