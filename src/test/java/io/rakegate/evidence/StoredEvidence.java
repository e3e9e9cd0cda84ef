package io.rakegate.evidence;

import io.rakegate.pullrequest.PullRequestRef;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Evidence in a database, for tests of other rooms. */
public final class StoredEvidence {

    /** The change that all of it belongs to. */
    public static final PullRequestRef CHANGE = new PullRequestRef("acme", "vets-api", 7);

    private StoredEvidence() {}

    /** The evidence in a database, as the application reads it. */
    public static EvidenceRecords in(JdbcClient jdbc) {
        return new JdbcEvidenceRecords(jdbc, TransactionOperations.withoutTransaction());
    }

    /** Makes files of a size in the database itself, without passing through this JVM. */
    public static void fill(JdbcClient jdbc, int files, int chunksOf256KbEach) {
        for (int file = 0; file < files; file++) {
            UUID id = UUID.randomUUID();
            jdbc.sql("""
                            with chunks as (
                                insert into evidence_chunk (evidence_id, seq, bytes)
                                select :id, seq, convert_to(repeat(md5(seq::text), 8192), 'UTF8')
                                from generate_series(0, :chunks - 1) seq)
                            insert into evidence (id, change_key, environment, head_sha, command, uploaded_by, uploaded_at,
                                zero_rows_reason, log_pointer, summary, file_name, content_type, size, sha256, scan)
                            values (:id, :change, 'LOCAL', repeat('a', 40), 'rake', 'creator', now(), '', '', '',
                                'run.log', 'text/plain', :chunks * 262144::bigint, repeat('0', 64), 'CLEAN')""")
                    .param("id", id)
                    .param("chunks", chunksOf256KbEach)
                    .param("change", CHANGE.key())
                    .update();
        }
    }

    /** All of it, oldest first. */
    public static List<Evidence> all(JdbcClient jdbc) {
        return in(jdbc).of(CHANGE);
    }
}
