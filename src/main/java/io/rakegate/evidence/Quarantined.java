package io.rakegate.evidence;

import io.rakegate.pullrequest.PullRequestRef;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file in which the scan found something that its uploader calls a false alarm. It is no evidence: it waits apart
 * until an approver accepts or refuses it.
 *
 * @param id its identity
 * @param change the change it is for
 * @param environment where the task ran
 * @param headSha the commit that ran
 * @param uploadedBy user id of who uploaded it and asks
 * @param uploadedAt when
 * @param fileName its name without path parts
 * @param contentType media type found from its content
 * @param size its size in bytes
 * @param sha256 SHA-256 of its bytes
 * @param found the first hundred places that the scan found, masked
 * @param foundCount how many there are in all
 * @param reason why the uploader calls it a false alarm
 * @param decision what an approver decided, null while nobody has
 */
public record Quarantined(
        UUID id,
        PullRequestRef change,
        EvidenceEnvironment environment,
        String headSha,
        String uploadedBy,
        Instant uploadedAt,
        String fileName,
        String contentType,
        long size,
        String sha256,
        List<PersonalDataHit> found,
        long foundCount,
        String reason,
        @Nullable Decision decision) {

    public Quarantined {
        found = List.copyOf(found);
    }

    /**
     * What an approver decided; it is kept for ever.
     *
     * @param accepted whether the file became evidence
     * @param by user id of who decided
     * @param at when
     * @param reason why
     * @param evidence id of the evidence that it became, null if it was refused
     */
    public record Decision(
            boolean accepted,
            String by,
            Instant at,
            String reason,
            @Nullable UUID evidence) {}

    /** Whether it still waits for somebody to decide. */
    public boolean isWaiting() {
        return decision == null;
    }
}
