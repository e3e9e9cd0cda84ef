package io.rakegate.process.task;

import io.rakegate.process.Briefings;
import io.rakegate.process.FindingRows;
import io.rakegate.process.OperatorChoices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** After each step: the sticky comment, the merge gate and the open tasks say where the change stands. */
@Component
class UpdatePullRequest implements JavaDelegate {

    private final PullRequestReport report;
    private final Briefings briefings;
    private final OperatorChoices operatorChoices;
    private final FindingRows findingRows;

    UpdatePullRequest(
            PullRequestReport report, Briefings briefings, OperatorChoices operatorChoices, FindingRows findingRows) {
        this.report = report;
        this.briefings = briefings;
        this.operatorChoices = operatorChoices;
        this.findingRows = findingRows;
    }

    @Override
    public void execute(DelegateExecution execution) {
        report.inProgress(execution);
        briefings.refresh(execution);
        operatorChoices.refresh(execution);
        findingRows.refresh(execution);
    }
}
