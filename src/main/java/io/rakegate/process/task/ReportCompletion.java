package io.rakegate.process.task;

import io.rakegate.process.catalogue.Outcome;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Step 10: the final state on the pull request. */
@Component
class ReportCompletion implements JavaDelegate {

    private final PullRequestReport report;

    ReportCompletion(PullRequestReport report) {
        this.report = report;
    }

    @Override
    public void execute(DelegateExecution execution) {
        report.ended(execution, Outcome.COMPLETED);
    }
}
