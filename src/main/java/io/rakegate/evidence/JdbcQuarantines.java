package io.rakegate.evidence;

import com.fasterxml.jackson.core.type.TypeReference;
import io.rakegate.pullrequest.PullRequestRef;
import java.io.InputStream;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/** The quarantine in PostgreSQL: what was asked and decided is append-only, the bytes go when they are no longer needed. */
@Repository
class JdbcQuarantines implements Quarantines {

    private static final String SELECT = """
            select q.*, o.accepted, o.decided_by, o.decided_at, o.reason as decided_reason, o.evidence_id
            from evidence_quarantine q left join evidence_override o on o.quarantine_id = q.id
            """;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final JdbcTyped typedApart;

    JdbcQuarantines(JdbcClient jdbc, TransactionOperations transactions, JdbcTyped typedApart) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.typedApart = typedApart;
    }

    @Override
    public List<Quarantined> of(PullRequestRef change) {
        return jdbc.sql(SELECT + "where lower(q.change_key) = lower(?) order by q.ordinal")
                .param(change.key())
                .query((row, number) -> QuarantineRow.read(row))
                .list();
    }

    Optional<Quarantined> find(UUID id) {
        return jdbc.sql(SELECT + "where q.id = ?")
                .param(id)
                .query((row, number) -> QuarantineRow.read(row))
                .optional();
    }

    /** Lets nobody else decide about a file until the transaction ends. */
    void lock(UUID id) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("rakegate:quarantine:" + id)
                .query(row -> {});
    }

    /**
     * Keeps a file apart, with what was typed.
     *
     * @param arrival the file, its name masked
     * @param typed what was typed, word for word: kept as long as the bytes
     * @param masked the same without what the scan found: kept for ever
     */
    Quarantined keep(Arrival arrival, Typed typed, Typed masked, PersonalData.Found found, InputStream bytes) {
        Quarantined kept = transactions.execute(status -> {
            StoredBytes.Passed passed = StoredBytes.Table.QUARANTINE.store(jdbc, arrival.id(), bytes);
            Quarantined asked = arrival.quarantined(masked.fields(), found, passed);
            insert(asked, masked.fields());
            typedApart.keep(asked.id(), typed);
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
                        QuarantineRow.json(fields),
                        asked.uploadedBy(),
                        asked.uploadedAt().atOffset(ZoneOffset.UTC),
                        asked.fileName(),
                        asked.contentType(),
                        asked.size(),
                        asked.sha256(),
                        QuarantineRow.json(asked.found()),
                        asked.foundCount(),
                        asked.reason())
                .update();
    }

    /** What the uploader had typed, word for word for as long as the bytes are kept. */
    Typed typed(Quarantined file) {
        return typedApart.find(file.id()).orElseGet(() -> new Typed(fields(file.id()), file.fileName()));
    }

    private EvidenceFields fields(UUID id) {
        String fields = jdbc.sql("select fields from evidence_quarantine where id = ?")
                .param(id)
                .query(String.class)
                .single();
        return QuarantineRow.fromJson(fields, new TypeReference<>() {});
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
        forget("quarantine_id = ?", id);
    }

    /** Lets go of the bytes, and of what was typed word for word, that nobody decided about in time. */
    void forgetFrom(Instant before) {
        transactions.executeWithoutResult(status -> forget(
                "quarantine_id in (select id from evidence_quarantine where uploaded_at < ?)",
                before.atOffset(ZoneOffset.UTC)));
    }

    private void forget(String which, Object value) {
        for (String table : List.of("evidence_quarantine_chunk", "evidence_quarantine_typed")) {
            jdbc.sql("delete from " + table + " where " + which).param(value).update();
        }
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
}
