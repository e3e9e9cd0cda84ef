package io.rakegate.evidence;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The upload's form as the OpenAPI description shows it; {@link EvidenceForm} reads it. */
record EvidenceFormDescription(
        @Schema(
                type = "string",
                format = "binary",
                requiredMode = RequiredMode.REQUIRED,
                description = "Text, PNG, JPEG, PDF, ZIP or GZIP, up to 25 MB unless configured")
        String file,

        @Schema(requiredMode = RequiredMode.REQUIRED, description = "The command that ran, as typed")
        String command,

        @Schema(requiredMode = RequiredMode.REQUIRED, description = "What the file shows, in a sentence")
        String summary,

        @Schema(description = "The commit that ran, 40 hex digits; the change's current head if left out") @Nullable String sha,

        @Schema(description = "When the run started, with its zone") @Nullable Instant startedAt,

        @Schema(description = "When the run ended, with its zone") @Nullable Instant endedAt,

        @Schema(minimum = "0", maximum = "255") @Nullable Integer exitStatus,
        @Schema(minimum = "0") @Nullable Long rowsBefore,
        @Schema(minimum = "0") @Nullable Long rowsChanged,
        @Schema(minimum = "0") @Nullable Long rowsAfter,

        @Schema(minimum = "0", description = "Rows expected to remain") @Nullable Long expectedRemainder,

        @Schema(description = "Why these rows are expected to remain; a change closes only with it unless none are")
        @Nullable String remainderReason,

        @Schema(description = "Needed if rowsChanged is 0") @Nullable String zeroRowsReason,

        @Schema(description = "Where in the logs the run can be found") @Nullable String logPointer,

        @Schema(
                description =
                        "Why what the scan found is a false alarm: keeps the file apart, answers 202, and asks an approver")
        @Nullable String falseAlarmReason,

        @Schema(description = "true: a file that is not text shows no personal data") @Nullable Boolean declaration,

        @Schema(description = "true: store the copy in which personal data is masked, if some is found") @Nullable Boolean useRedacted) {}
