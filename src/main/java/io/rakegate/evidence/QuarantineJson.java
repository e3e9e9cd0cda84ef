package io.rakegate.evidence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file in quarantine as the interface gives it; the components are those of {@link Quarantined}. */
record QuarantineJson(
        UUID id,
        String change,
        String environment,
        String headSha,
        String uploadedBy,
        Instant uploadedAt,
        String fileName,
        long size,
        String sha256,
        List<PersonalDataHit> hits,
        long hitCount,
        String reason,
        String state,
        Quarantined.@Nullable Decision decision) {

    static QuarantineJson of(Quarantined file) {
        Quarantined.Decision decision = file.decision();
        return new QuarantineJson(
                file.id(),
                file.change().key(),
                file.environment().slug(),
                file.headSha(),
                file.uploadedBy(),
                file.uploadedAt(),
                file.fileName(),
                file.size(),
                file.sha256(),
                file.found(),
                file.foundCount(),
                file.reason(),
                decision == null ? "waiting" : decision.accepted() ? "accepted" : "refused",
                decision);
    }
}
