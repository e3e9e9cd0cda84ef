package io.rakegate.process.task;

import io.rakegate.process.catalogue.Outcome;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The creator withdrew the change; the pull request says so. */
@Component
class ReportWithdrawal implements JavaDelegate {

    private final PullRequestReport report;

    ReportWithdrawal(PullRequestReport report) {
        this.report = report;
    }

    @Override
    public void execute(DelegateExecution execution) {
        report.ended(execution, Outcome.WITHDRAWN);
    }
}
