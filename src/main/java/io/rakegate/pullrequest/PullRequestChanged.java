package io.rakegate.pullrequest;

/**
 * Something may have happened on a pull request: look again. A hint, not a fact.
 *
 * @param ref which pull request
 */
public record PullRequestChanged(PullRequestRef ref) {}
