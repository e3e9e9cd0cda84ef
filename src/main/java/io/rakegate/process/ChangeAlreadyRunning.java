package io.rakegate.process;

import io.rakegate.pullrequest.PullRequestRef;

/** The pull request already has a running change. */
public final class ChangeAlreadyRunning extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient PullRequestRef change;

    /** Names the change that is running. */
    public ChangeAlreadyRunning(PullRequestRef change) {
        super("The pull request " + change + " already has a running change. Go on with that one.");
        this.change = change;
    }

    /** The change that is running. */
    public PullRequestRef change() {
        return change;
    }
}
