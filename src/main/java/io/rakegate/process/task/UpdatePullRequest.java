package io.rakegate.process.task;

import io.rakegate.process.Briefings;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** After each step: the sticky comment, the merge gate and the briefings say where the change stands. */
@Component
class UpdatePullRequest implements JavaDelegate {

    private final PullRequestReport report;
    private final Briefings briefings;

    UpdatePullRequest(PullRequestReport report, Briefings briefings) {
        this.report = report;
        this.briefings = briefings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        report.inProgress(execution);
        briefings.refresh(execution);
    }
}
