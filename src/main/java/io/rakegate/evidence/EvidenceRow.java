package io.rakegate.evidence;

import io.rakegate.pullrequest.PullRequestRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** One record as a row of the table {@code evidence}. */
final class EvidenceRow {

    static final String INSERT = """
            insert into evidence (
                id, change_key, environment, head_sha, command, uploaded_by, uploaded_at, started_at, ended_at,
                exit_status, rows_before, rows_changed, rows_after, expected_remainder, remainder_reason,
                zero_rows_reason,
                log_pointer, summary, file_name, content_type, size, sha256, scan)
            values (
                :id, :change, :environment, :headSha, :command, :uploadedBy, :uploadedAt, :startedAt, :endedAt,
                :exitStatus, :rowsBefore, :rowsChanged, :rowsAfter, :expectedRemainder, :remainderReason,
                :zeroRowsReason,
                :logPointer, :summary, :fileName, :contentType, :size, :sha256, :scan)""";

    private EvidenceRow() {}

    static Evidence read(ResultSet row, int number) throws SQLException {
        return new Evidence(
                row.getObject("id", UUID.class),
                PullRequestRef.fromKey(row.getString("change_key")),
                EvidenceEnvironment.valueOf(row.getString("environment")),
                row.getString("head_sha"),
                row.getString("command"),
                row.getString("uploaded_by"),
                row.getTimestamp("uploaded_at").toInstant(),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                row.getObject("exit_status", Integer.class),
                row.getObject("rows_before", Long.class),
                row.getObject("rows_changed", Long.class),
                row.getObject("rows_after", Long.class),
                row.getObject("expected_remainder", Long.class),
                row.getString("remainder_reason"),
                row.getString("zero_rows_reason"),
                row.getString("log_pointer"),
                row.getString("summary"),
                row.getString("file_name"),
                row.getString("content_type"),
                row.getLong("size"),
                row.getString("sha256"),
                Evidence.ScanResult.valueOf(row.getString("scan")));
    }

    static MapSqlParameterSource write(Evidence evidence) {
        return new MapSqlParameterSource()
                .addValue("id", evidence.id())
                .addValue("change", evidence.change().key())
                .addValue("environment", evidence.environment().name())
                .addValue("headSha", evidence.headSha())
                .addValue("command", evidence.command())
                .addValue("uploadedBy", evidence.uploadedBy())
                .addValue("uploadedAt", time(evidence.uploadedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue("startedAt", time(evidence.startedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue("endedAt", time(evidence.endedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue("exitStatus", evidence.exitStatus(), Types.INTEGER)
                .addValue("rowsBefore", evidence.rowsBefore(), Types.BIGINT)
                .addValue("rowsChanged", evidence.rowsChanged(), Types.BIGINT)
                .addValue("rowsAfter", evidence.rowsAfter(), Types.BIGINT)
                .addValue("expectedRemainder", evidence.expectedRemainder(), Types.BIGINT)
                .addValue("remainderReason", evidence.remainderReason())
                .addValue("zeroRowsReason", evidence.zeroRowsReason())
                .addValue("logPointer", evidence.logPointer())
                .addValue("summary", evidence.summary())
                .addValue("fileName", evidence.fileName())
                .addValue("contentType", evidence.contentType())
                .addValue("size", evidence.size())
                .addValue("sha256", evidence.sha256())
                .addValue("scan", evidence.scan().name());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
