package io.rakegate.process.catalogue;

import io.rakegate.policy.FindingAnswer;
import java.time.Instant;

/**
 * An answer to a finding with who gave it.
 *
 * @param answer the answer
 * @param userId who gave it
 * @param at when
 */
public record AnsweredFinding(FindingAnswer answer, String userId, Instant at) {}
