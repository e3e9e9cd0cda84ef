package io.rakegate.process;

import io.rakegate.pullrequest.BranchPushed;
import io.rakegate.pullrequest.PullRequestChanged;
import io.rakegate.pullrequest.PullRequestProposed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hands every hint that a pull request may have changed to its change, in the transaction that recorded the hint. */
@Component
class PullRequestHints {

    private final Changes changes;
    private final Openings openings;

    PullRequestHints(Changes changes, Openings openings) {
        this.changes = changes;
        this.openings = openings;
    }

    @EventListener
    void on(PullRequestChanged hint) {
        changes.pullRequestChanged(hint.ref());
    }

    @EventListener
    void on(PullRequestProposed hint) {
        openings.proposed(hint.ref());
    }

    @EventListener
    void on(BranchPushed hint) {
        changes.branchPushed(hint.repositoryName(), hint.branch());
    }
}
