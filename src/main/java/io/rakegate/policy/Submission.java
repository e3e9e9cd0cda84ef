package io.rakegate.policy;

import io.rakegate.pullrequest.PullRequest;

/**
 * What the rules look at: a pull request at one moment, the command that is to run, and the answers given so far.
 *
 * @param pullRequest the facts
 * @param command the shell command that is to run in production, as the creator gave it
 * @param answers the answers given so far
 */
public record Submission(PullRequest pullRequest, String command, Answers answers) {}
