package io.rakegate.evidence;

import io.rakegate.pullrequest.PullRequestRef;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
        return StoredBytes.Table.EVIDENCE.open(jdbc, id, evidence.size());
    }

    /**
     * Stores bytes and record in one transaction, or neither.
     *
     * @param id the record's id
     * @param bytes read to its end in pieces; the caller closes it
     * @param record makes the record once size and SHA-256 are known
     * @throws UncheckedIOException if the bytes cannot be read to their end
     */
    Evidence store(UUID id, InputStream bytes, Function<StoredBytes.Passed, Evidence> record) {
        Evidence stored = transactions.execute(status -> {
            Evidence evidence = record.apply(StoredBytes.Table.EVIDENCE.store(jdbc, id, bytes));
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
}
