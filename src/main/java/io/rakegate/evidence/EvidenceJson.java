package io.rakegate.evidence;

import io.rakegate.pullrequest.PullRequestRef;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** A record as the interface gives it; the components are those of {@link Evidence}, {@code file} its download. */
record EvidenceJson(
        UUID id,
        String change,
        String environment,
        String headSha,
        String command,
        String uploadedBy,
        Instant uploadedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Integer exitStatus,
        @Nullable Long rowsBefore,
        @Nullable Long rowsChanged,
        @Nullable Long rowsAfter,
        @Nullable Long expectedRemainder,
        String remainderReason,
        String zeroRowsReason,
        String logPointer,
        String summary,
        String fileName,
        String contentType,
        long size,
        String sha256,
        String scan,
        String file) {

    static EvidenceJson of(Evidence evidence) {
        return new EvidenceJson(
                evidence.id(),
                evidence.change().key(),
                evidence.environment().slug(),
                evidence.headSha(),
                evidence.command(),
                evidence.uploadedBy(),
                evidence.uploadedAt(),
                evidence.startedAt(),
                evidence.endedAt(),
                evidence.exitStatus(),
                evidence.rowsBefore(),
                evidence.rowsChanged(),
                evidence.rowsAfter(),
                evidence.expectedRemainder(),
                evidence.remainderReason(),
                evidence.zeroRowsReason(),
                evidence.logPointer(),
                evidence.summary(),
                evidence.fileName(),
                evidence.contentType(),
                evidence.size(),
                evidence.sha256(),
                evidence.scan().name().toLowerCase(Locale.ROOT),
                pathOf(evidence) + "/file");
    }

    /** Where a record is found, as a path from the root of the site. */
    static String pathOf(Evidence evidence) {
        PullRequestRef change = evidence.change();
        return UriComponentsBuilder.fromPath("/api/changes/{owner}/{repository}/{number}/evidence/{id}")
                .buildAndExpand(change.owner(), change.repository(), change.number(), evidence.id())
                .encode()
                .toUriString();
    }
}
