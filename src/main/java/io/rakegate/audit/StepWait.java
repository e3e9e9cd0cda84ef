package io.rakegate.audit;

import java.time.Duration;

/**
 * How long people took for one task, among those that were done last.
 *
 * @param task its name, with the number of its step
 * @param done how many were looked at
 * @param median half of them took no longer
 * @param longest the longest
 */
public record StepWait(String task, long done, Duration median, Duration longest) {}
