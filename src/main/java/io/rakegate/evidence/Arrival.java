package io.rakegate.evidence;

import io.rakegate.pullrequest.PullRequestRef;
import java.time.Instant;
import java.util.UUID;

/** Everything about a file that arrived but what was typed with it and what only its bytes tell. */
record Arrival(
        UUID id,
        PullRequestRef change,
        EvidenceEnvironment environment,
        String headSha,
        String uploadedBy,
        Instant uploadedAt,
        String fileName,
        String contentType) {

    /** The record that it becomes. */
    Evidence evidence(EvidenceFields fields, StoredBytes.Passed passed, Evidence.ScanResult scan) {
        return new Evidence(
                id,
                change,
                environment,
                headSha,
                fields.command(),
                uploadedBy,
                uploadedAt,
                fields.startedAt(),
                fields.endedAt(),
                fields.exitStatus(),
                fields.rowsBefore(),
                fields.rowsChanged(),
                fields.rowsAfter(),
                fields.expectedRemainder(),
                fields.remainderReason(),
                fields.zeroRowsReason(),
                fields.logPointer(),
                fields.summary(),
                fileName,
                contentType,
                passed.size(),
                passed.sha256(),
                scan);
    }

    /** What it is while an approver has not decided about it. */
    Quarantined quarantined(EvidenceFields fields, PersonalData.Found found, StoredBytes.Passed passed) {
        return new Quarantined(
                id,
                change,
                environment,
                headSha,
                uploadedBy,
                uploadedAt,
                fileName,
                contentType,
                passed.size(),
                passed.sha256(),
                found.hits(),
                found.count(),
                fields.falseAlarmReason(),
                null);
    }
}
