package io.rakegate.pullrequest;

/**
 * Somebody pushed to a branch; which pull requests come from it or go into it, GitHub does not say. A hint, not a fact.
 *
 * @param repositoryName the repository as {@code owner/repository}, spelled as configured
 * @param branch the branch without {@code refs/heads/}
 * @param headSha the commit that the branch now ends with, 40 hex digits
 */
public record BranchPushed(String repositoryName, String branch, String headSha) {}
