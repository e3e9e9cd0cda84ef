package io.rakegate.evidence;

import io.rakegate.pullrequest.PullRequestRef;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One piece of evidence as it was recorded. Never changed afterwards; a later one for the same environment stands
 * beside it.
 *
 * @param id its identity; engine variables and history refer to it
 * @param change the change it belongs to (the pull request that is the change's business key)
 * @param environment where the task ran
 * @param headSha the commit that ran, 40 hex digits
 * @param command the command that ran, as typed
 * @param uploadedBy user id of who uploaded it, taken from the login
 * @param uploadedAt when it was uploaded; what an approver accepted became evidence later
 * @param startedAt when the run started, null if not given
 * @param endedAt when the run ended, null if not given
 * @param exitStatus exit status of the command, null if not given
 * @param rowsBefore rows concerned before the run, null if not given
 * @param rowsChanged rows the run changed, null if not given
 * @param rowsAfter rows concerned after the run, null if not given
 * @param expectedRemainder rows expected to remain, null if not given
 * @param remainderReason why these rows are expected to remain, and why others do if others do; empty if not given
 * @param zeroRowsReason why a run that changed no rows is right all the same, empty if not given
 * @param logPointer where in the logs the run can be found, empty if not given
 * @param summary what it shows, in the uploader's words
 * @param fileName name of the file as uploaded, without path parts
 * @param contentType media type found from its content, not from its name
 * @param size its size in bytes
 * @param sha256 SHA-256 of its bytes, 64 hex digits
 * @param scan what the scan for personal data found
 */
public record Evidence(
        UUID id,
        PullRequestRef change,
        EvidenceEnvironment environment,
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
        ScanResult scan) {

    /** Whether its file is a copy in which personal data is masked. */
    public boolean masksPersonalData() {
        return scan == ScanResult.REDACTED;
    }

    /** What the scan for personal data found. */
    public enum ScanResult {
        /** Text, scanned to its end, nothing found. */
        CLEAN,
        /** Text, and what was found is masked in what was stored. */
        REDACTED,
        /** Not text: the uploader declared that it shows no personal data. */
        DECLARED,
        /** Text in which something was found, and an approver accepted it as a false alarm; see {@link Quarantined}. */
        OVERRIDDEN
    }
}
