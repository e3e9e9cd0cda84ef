package io.rakegate.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.rakegate.pullrequest.PullRequestRef;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One file in quarantine as a row, with the decision about it; what has parts is JSON there. */
final class QuarantineRow {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private QuarantineRow() {}

    static Quarantined read(ResultSet row) throws SQLException {
        return new Quarantined(
                row.getObject("id", UUID.class),
                PullRequestRef.fromKey(row.getString("change_key")),
                EvidenceEnvironment.valueOf(row.getString("environment")),
                row.getString("head_sha"),
                row.getString("uploaded_by"),
                row.getTimestamp("uploaded_at").toInstant(),
                row.getString("file_name"),
                row.getString("content_type"),
                row.getLong("size"),
                row.getString("sha256"),
                fromJson(row.getString("found"), new TypeReference<>() {}),
                row.getLong("found_count"),
                row.getString("reason"),
                decision(row));
    }

    private static Quarantined.@Nullable Decision decision(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("decided_at");
        return at == null
                ? null
                : new Quarantined.Decision(
                        row.getBoolean("accepted"),
                        row.getString("decided_by"),
                        at.toInstant(),
                        row.getString("decided_reason"),
                        row.getObject("evidence_id", UUID.class));
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static <T> T fromJson(String text, TypeReference<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
