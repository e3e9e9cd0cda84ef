package io.rakegate.process.task;

import io.rakegate.process.Openings;
import io.rakegate.pullrequest.PullRequest;
import io.rakegate.pullrequest.PullRequestRef;
import io.rakegate.pullrequest.PullRequests;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** One fresh read of a pull request that has no change yet: does it need one, and is all known to start it? */
@Component
class LookAtProposedPullRequest implements JavaDelegate {

    private final Openings openings;
    private final PullRequests pullRequests;
    private final OpeningDecision decision;

    LookAtProposedPullRequest(Openings openings, PullRequests pullRequests, OpeningDecision decision) {
        this.openings = openings;
        this.pullRequests = pullRequests;
        this.decision = decision;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PullRequestRef ref = PullRequestRef.fromKey(execution.getProcessBusinessKey());
        if (openings.hasChange(ref)) {
            decision.nothing(execution);
            return;
        }
        PullRequest pullRequest = pullRequests.read(ref);
        decision.take(execution, pullRequest);
    }
}
