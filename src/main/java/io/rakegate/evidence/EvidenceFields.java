package io.rakegate.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The typed fields that come with a file, as {@link EvidenceForm} reads them.
 *
 * @param sha the commit that ran, null to take the change's current head
 * @param declaration whether the uploader declared that a file that is not text shows no personal data
 * @param falseAlarmReason why what the scan may find is a false alarm, which asks an approver; empty if not asked
 * @param useRedacted whether to store the copy in which personal data is masked, if some is found
 */
record EvidenceFields(
        @Nullable String sha,
        String command,
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
        String falseAlarmReason,
        boolean declaration,
        boolean useRedacted) {}
