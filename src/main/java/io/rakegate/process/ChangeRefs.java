package io.rakegate.process;

import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.pullrequest.PullRequestRef;
import io.rakegate.pullrequest.PullRequests;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Which pull request a running change is about: its own, or the follow-up that is attached to it. */
@Component
public class ChangeRefs {

    private final PullRequests pullRequests;

    ChangeRefs(PullRequests pullRequests) {
        this.pullRequests = pullRequests;
    }

    /** The pull request that opened the change: its business key. */
    public PullRequestRef changeOf(DelegateExecution execution) {
        return PullRequestRef.fromKey(execution.getProcessBusinessKey());
    }

    /** The pull request that the change is about now. */
    public PullRequestRef currentOf(DelegateExecution execution) {
        Optional<String> followUp =
                ChangeVariables.FOLLOW_UP_PULL_REQUEST.find(execution).filter(link -> !link.isBlank());
        return followUp.map(pullRequests::locate).orElseGet(() -> changeOf(execution));
    }
}
