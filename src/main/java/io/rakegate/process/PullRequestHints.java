package io.rakegate.process;

import io.rakegate.pullrequest.BranchPushed;
import io.rakegate.pullrequest.PullRequestChanged;
import io.rakegate.pullrequest.PullRequestProposed;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.context.event.EventListener;
import org.springframework.dao.OptimisticLockingFailureException;
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
        unlessARaceIsLost(() -> changes.pullRequestChanged(hint.ref()));
    }

    @EventListener
    void on(PullRequestProposed hint) {
        unlessARaceIsLost(() -> {
            if (!changes.pullRequestChanged(hint.ref())) {
                openings.proposed(hint.ref());
            }
        });
    }

    @EventListener
    void on(BranchPushed hint) {
        unlessARaceIsLost(() -> changes.branchPushed(hint.repositoryName(), hint.branch()));
    }

    /** Says in words that need no engine that something else happened to the change at the same moment. */
    private static void unlessARaceIsLost(Runnable act) {
        try {
            act.run();
        } catch (OptimisticLockingException | MismatchingMessageCorrelationException lost) {
            throw new OptimisticLockingFailureException("The change moved or ended meanwhile.", lost);
        }
    }
}
