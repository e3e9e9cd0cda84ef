package io.rakegate.pullrequest;

/**
 * A pull request was opened, edited, labelled or got a commit: look again, and if it has no change yet, it may need one.
 * A hint, not a fact.
 *
 * @param ref which pull request
 */
public record PullRequestProposed(PullRequestRef ref) {}
