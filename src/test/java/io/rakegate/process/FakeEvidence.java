package io.rakegate.process;

import io.rakegate.evidence.Evidence;
import io.rakegate.evidence.EvidenceEnvironment;
import io.rakegate.evidence.EvidenceRecords;
import io.rakegate.pullrequest.PullRequestRef;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Evidence in memory. */
class FakeEvidence implements EvidenceRecords {

    /** After the start of the run that a test reports, and before that of the change, whose chain knows of no upload. */
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private static final byte[] BYTES = "42 rows changed\n".getBytes(StandardCharsets.UTF_8);

    final List<Evidence> kept = new ArrayList<>();
    byte[] stored = BYTES;

    @Nullable Instant uploadedAt;

    @Nullable Long rowsBefore;

    @Nullable Long rowsAfter;

    @Nullable Long expectedRemainder;

    String remainderReason = "";
    String logPointer = "";
    Evidence.ScanResult scan = Evidence.ScanResult.CLEAN;

    FakeEvidence() {
        clear();
    }

    void clear() {
        kept.clear();
        stored = BYTES;
        uploadedAt = null;
        rowsBefore = 42L;
        rowsAfter = 0L;
        expectedRemainder = 0L;
        remainderReason = "";
        logPointer = "cloudwatch: vets-api";
        scan = Evidence.ScanResult.CLEAN;
    }

    Evidence upload(PullRequestRef change, EvidenceEnvironment environment, String sha, String by) {
        Evidence evidence = new Evidence(
                UUID.randomUUID(),
                change,
                environment,
                sha,
                "rake data:backfill",
                by,
                uploadedAt == null ? Instant.now().minus(HALF_AN_HOUR) : uploadedAt,
                null,
                null,
                0,
                rowsBefore,
                42L,
                rowsAfter,
                expectedRemainder,
                remainderReason,
                "",
                logPointer,
                "All rows changed",
                environment.slug() + ".log",
                "text/plain",
                BYTES.length,
                sha256(),
                scan);
        kept.add(evidence);
        return evidence;
    }

    private static String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public Optional<Evidence> find(UUID id) {
        return kept.stream().filter(evidence -> evidence.id().equals(id)).findFirst();
    }

    @Override
    public List<Evidence> of(PullRequestRef change) {
        return kept.stream()
                .filter(evidence -> evidence.change().equals(change))
                .toList();
    }

    @Override
    public Optional<Evidence> current(PullRequestRef change, EvidenceEnvironment environment, String headSha) {
        return of(change).stream()
                .filter(evidence -> evidence.environment() == environment)
                .filter(evidence -> evidence.headSha().equals(headSha))
                .reduce((first, second) -> second);
    }

    @Override
    public InputStream open(UUID id) {
        return new ByteArrayInputStream(stored);
    }
}
