package io.rakegate.process.task;

import io.rakegate.process.OpenTasks;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** After each step: the sticky comment, the merge gate and the open tasks say where the change stands. */
@Component
class UpdatePullRequest implements JavaDelegate {

    private final PullRequestReport report;
    private final OpenTasks openTasks;

    UpdatePullRequest(PullRequestReport report, OpenTasks openTasks) {
        this.report = report;
        this.openTasks = openTasks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        report.inProgress(execution);
        openTasks.refresh(execution);
    }
}
