package io.rakegate.pullrequest;

import java.time.Instant;

/**
 * One line of the list of open pull requests.
 *
 * @param ref which pull request
 * @param updatedAt when it was last opened, edited, labelled, commented on or got a commit
 */
public record OpenPullRequest(PullRequestRef ref, Instant updatedAt) {}
