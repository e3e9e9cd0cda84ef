package io.rakegate.process.task;

import io.rakegate.process.catalogue.Outcome;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** An approver rejected the change for good; the pull request says so. */
@Component
class ReportRejection implements JavaDelegate {

    private final PullRequestReport report;

    ReportRejection(PullRequestReport report) {
        this.report = report;
    }

    @Override
    public void execute(DelegateExecution execution) {
        report.ended(execution, Outcome.REJECTED);
    }
}
