package io.rakegate.process;

import io.rakegate.pullrequest.PullRequestChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hands every hint that a pull request may have changed to its change, in the transaction that recorded the hint. */
@Component
class PullRequestHints {

    private final Changes changes;

    PullRequestHints(Changes changes) {
        this.changes = changes;
    }

    @EventListener
    void on(PullRequestChanged hint) {
        changes.pullRequestChanged(hint.ref());
    }
}
