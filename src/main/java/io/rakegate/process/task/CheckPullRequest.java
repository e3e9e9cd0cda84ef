package io.rakegate.process.task;

import io.rakegate.process.ChangeRefs;
import io.rakegate.process.OpenTasks;
import io.rakegate.pullrequest.PullRequest;
import io.rakegate.pullrequest.PullRequests;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Step 1: one fresh read of the pull request, then the rules, then what is new. */
@Component
class CheckPullRequest implements JavaDelegate {

    private final ChangeRefs refs;
    private final PullRequests pullRequests;
    private final PullRequestFacts facts;
    private final OpenTasks openTasks;

    CheckPullRequest(ChangeRefs refs, PullRequests pullRequests, PullRequestFacts facts, OpenTasks openTasks) {
        this.refs = refs;
        this.pullRequests = pullRequests;
        this.facts = facts;
        this.openTasks = openTasks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PullRequest pullRequest = pullRequests.read(refs.currentOf(execution));
        facts.record(execution, pullRequest);
        // a commit pushed while somebody answers findings changes what is asked
        openTasks.refresh(execution);
        if (pullRequest.state() == PullRequest.State.CLOSED) {
            throw new BpmnError("PullRequestClosed", "The pull request was closed without a merge.");
        }
    }
}
