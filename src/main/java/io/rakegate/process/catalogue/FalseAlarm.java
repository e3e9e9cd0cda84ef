package io.rakegate.process.catalogue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an approver decided about a file in which the scan for personal data found something.
 *
 * @param quarantine id of the file in quarantine
 * @param environment slug of the environment it is for
 * @param sha256 SHA-256 of its bytes
 * @param accepted whether it was accepted as a false alarm
 * @param userId who decided
 * @param at when
 * @param reason why
 * @param evidence id of the evidence it became, null if it was refused
 */
public record FalseAlarm(
        String quarantine,
        String environment,
        String sha256,
        boolean accepted,
        String userId,
        Instant at,
        String reason,
        @Nullable String evidence) {}
