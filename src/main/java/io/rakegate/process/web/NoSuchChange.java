package io.rakegate.process.web;

import io.rakegate.pullrequest.PullRequestRef;

/** There is no change of that pull request, or the caller may not see it. */
final class NoSuchChange extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchChange(PullRequestRef ref) {
        this(ref.key());
    }

    NoSuchChange(String named) {
        super("There is no change of " + named + " that you may see. Start one with POST /api/changes.");
    }
}
