package io.rakegate.process.task;

import io.rakegate.process.catalogue.Outcome;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The pull request was closed without a merge, and the change with it; the pull request says so. */
@Component
class ReportClosedPullRequest implements JavaDelegate {

    private final PullRequestReport report;

    ReportClosedPullRequest(PullRequestReport report) {
        this.report = report;
    }

    @Override
    public void execute(DelegateExecution execution) {
        report.ended(execution, Outcome.PULL_REQUEST_CLOSED);
    }
}
