package io.rakegate.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.rakegate.pullrequest.PullRequestRef;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/** The quarantine in PostgreSQL: what was asked and decided is append-only, the bytes go when they are no longer needed. */
@Repository
class JdbcQuarantines implements Quarantines {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private static final String SELECT = """
            select q.*, o.accepted, o.decided_by, o.decided_at, o.reason as decided_reason, o.evidence_id
            from evidence_quarantine q left join evidence_override o on o.quarantine_id = q.id
            """;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final EvidenceProperties properties;

    JdbcQuarantines(JdbcClient jdbc, TransactionOperations transactions, EvidenceProperties properties) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.properties = properties;
    }

    @Override
    public List<Quarantined> of(PullRequestRef change) {
        return jdbc.sql(SELECT + "where lower(q.change_key) = lower(?) order by q.ordinal")
                .param(change.key())
                .query((row, number) -> read(row))
                .list();
    }

    Optional<Quarantined> find(UUID id) {
        return jdbc.sql(SELECT + "where q.id = ?")
                .param(id)
                .query((row, number) -> read(row))
                .optional();
    }

    /** Lets nobody else decide about a file until the transaction ends. */
    void lock(UUID id) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("rakegate:quarantine:" + id)
                .query(row -> {});
    }

    /** Keeps a file apart, with what was typed, and lets go of the bytes that nobody decided about in time. */
    Quarantined keep(Arrival arrival, EvidenceFields fields, PersonalData.Found found, InputStream bytes) {
        Quarantined kept = transactions.execute(status -> {
            forgetBytesFrom(arrival.uploadedAt().minus(properties.quarantineFor()));
            StoredBytes.Passed passed = StoredBytes.Table.QUARANTINE.store(jdbc, arrival.id(), bytes);
            Quarantined asked = arrival.quarantined(fields, found, passed);
            insert(asked, fields);
            return asked;
        });
        if (kept == null) {
            throw new IllegalStateException("The transaction that keeps " + arrival.id() + " apart gave nothing back.");
        }
        return kept;
    }

    private void insert(Quarantined asked, EvidenceFields fields) {
        jdbc.sql("""
                        insert into evidence_quarantine (
                            id, change_key, environment, head_sha, fields, uploaded_by, uploaded_at, file_name,
                            content_type, size, sha256, found, found_count, reason)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        asked.id(),
                        asked.change().key(),
                        asked.environment().name(),
                        asked.headSha(),
                        json(fields),
                        asked.uploadedBy(),
                        asked.uploadedAt().atOffset(ZoneOffset.UTC),
                        asked.fileName(),
                        asked.contentType(),
                        asked.size(),
                        asked.sha256(),
                        json(asked.found()),
                        asked.foundCount(),
                        asked.reason())
                .update();
    }

    /** What the uploader had typed. */
    EvidenceFields fields(UUID id) {
        String fields = jdbc.sql("select fields from evidence_quarantine where id = ?")
                .param(id)
                .query(String.class)
                .single();
        return fromJson(fields, new TypeReference<>() {});
    }

    void decide(UUID id, Quarantined.Decision decision) {
        jdbc.sql("""
                        insert into evidence_override (quarantine_id, accepted, decided_by, decided_at, reason, evidence_id)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        decision.accepted(),
                        decision.by(),
                        decision.at().atOffset(ZoneOffset.UTC),
                        decision.reason(),
                        new SqlParameterValue(Types.OTHER, decision.evidence()))
                .update();
        jdbc.sql("delete from evidence_quarantine_chunk where quarantine_id = ?")
                .param(id)
                .update();
    }

    /** Whether its bytes are still kept. */
    boolean hasBytes(UUID id) {
        return jdbc.sql("select exists (select from evidence_quarantine_chunk where quarantine_id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    InputStream open(Quarantined file) {
        return StoredBytes.Table.QUARANTINE.open(jdbc, file.id(), file.size());
    }

    private void forgetBytesFrom(Instant before) {
        jdbc.sql("""
                        delete from evidence_quarantine_chunk
                        where quarantine_id in (select id from evidence_quarantine where uploaded_at < ?)""").param(before.atOffset(ZoneOffset.UTC)).update();
    }

    private static Quarantined read(ResultSet row) throws SQLException {
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

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static <T> T fromJson(String text, TypeReference<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
