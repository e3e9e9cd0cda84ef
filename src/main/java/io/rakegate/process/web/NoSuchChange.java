package io.rakegate.process.web;

import io.rakegate.pullrequest.PullRequestRef;

/** There is no change of that pull request, or the caller may not see it. */
final class NoSuchChange extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchChange(PullRequestRef ref) {
        super("There is no change of " + ref + " that you may see. Start one with POST /api/changes.");
    }
}
