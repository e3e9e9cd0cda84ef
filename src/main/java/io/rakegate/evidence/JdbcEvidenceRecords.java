package io.rakegate.evidence;

import io.rakegate.pullrequest.PullRequestRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/** Evidence in PostgreSQL: the record in one table, its bytes in pieces of 256 KB in another, both append-only. */
@Repository
class JdbcEvidenceRecords implements EvidenceRecords {

    static final int CHUNK_BYTES = 256 * 1024;

    private static final String OF_CHANGE = "select * from evidence where lower(change_key) = lower(?)";

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    JdbcEvidenceRecords(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public Optional<Evidence> find(UUID id) {
        return jdbc.sql("select * from evidence where id = ?")
                .param(id)
                .query(EvidenceRow::read)
                .optional();
    }

    @Override
    public List<Evidence> of(PullRequestRef change) {
        return jdbc.sql(OF_CHANGE + " order by ordinal")
                .param(change.key())
                .query(EvidenceRow::read)
                .list();
    }

    @Override
    public Optional<Evidence> current(PullRequestRef change, EvidenceEnvironment environment, String headSha) {
        return jdbc.sql(OF_CHANGE + " and environment = ? and head_sha = ? order by ordinal desc limit 1")
                .params(change.key(), environment.name(), headSha)
                .query(EvidenceRow::read)
                .optional();
    }

    @Override
    public InputStream open(UUID id) {
        Evidence evidence =
                find(id).orElseThrow(() -> new NoSuchElementException("There is no evidence with the id " + id + "."));
        return new StoredBytes(jdbc, id, evidence.size());
    }

    /** What is known of a file when its last byte has passed. */
    record Passed(long size, String sha256) {}

    /**
     * Stores bytes and record in one transaction, or neither.
     *
     * @param id the record's id
     * @param bytes read to its end in pieces; the caller closes it
     * @param record makes the record once size and SHA-256 are known
     * @throws UncheckedIOException if the bytes cannot be read to their end
     */
    Evidence store(UUID id, InputStream bytes, Function<Passed, Evidence> record) {
        Evidence stored = transactions.execute(status -> {
            Evidence evidence = record.apply(storeBytes(id, bytes));
            jdbc.sql(EvidenceRow.INSERT)
                    .paramSource(EvidenceRow.write(evidence))
                    .update();
            return evidence;
        });
        if (stored == null) {
            throw new IllegalStateException("The transaction that stores evidence " + id + " gave no record back.");
        }
        return stored;
    }

    private Passed storeBytes(UUID id, InputStream bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[CHUNK_BYTES];
            long size = 0;
            int seq = 0;
            for (int length; (length = bytes.readNBytes(buffer, 0, CHUNK_BYTES)) > 0; seq++) {
                digest.update(buffer, 0, length);
                size += length;
                jdbc.sql("insert into evidence_chunk (evidence_id, seq, bytes) values (?, ?, ?)")
                        .params(id, seq, Arrays.copyOf(buffer, length))
                        .update();
            }
            return new Passed(size, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
