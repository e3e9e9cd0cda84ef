package io.rakegate.process.task;

import io.rakegate.process.ChangeRefs;
import io.rakegate.pullrequest.PullRequest;
import io.rakegate.pullrequest.PullRequests;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Step 2: the answers and the rake file against the rules; what blocks goes back to the creator. */
@Component
class CheckAnswers implements JavaDelegate {

    private final ChangeRefs refs;
    private final PullRequests pullRequests;
    private final PullRequestFacts facts;

    CheckAnswers(ChangeRefs refs, PullRequests pullRequests, PullRequestFacts facts) {
        this.refs = refs;
        this.pullRequests = pullRequests;
        this.facts = facts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PullRequest pullRequest = pullRequests.read(refs.currentOf(execution));
        facts.checkAnswers(execution, pullRequest);
    }
}
