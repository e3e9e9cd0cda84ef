package io.rakegate.process.catalogue;

import io.rakegate.policy.Finding;

/**
 * A finding that a commit removed.
 *
 * @param finding the finding as it was
 * @param headSha the first commit at which it was gone
 */
public record FixedFinding(Finding finding, String headSha) {}
