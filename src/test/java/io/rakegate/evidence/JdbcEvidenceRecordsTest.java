package io.rakegate.evidence;

import static io.rakegate.evidence.EvidenceSamples.HEAD;
import static io.rakegate.evidence.EvidenceSamples.OTHER;
import static io.rakegate.evidence.EvidenceSamples.aChange;
import static io.rakegate.evidence.EvidenceSamples.anEvidence;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rakegate.pullrequest.PullRequestRef;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class JdbcEvidenceRecordsTest {

    private final JdbcClient jdbc = JdbcClient.create(EvidenceDatabase.dataSource());
    private final TransactionTemplate transactions =
            new TransactionTemplate(new DataSourceTransactionManager(EvidenceDatabase.dataSource()));
    private final JdbcEvidenceRecords records = new JdbcEvidenceRecords(jdbc, transactions);

    @Test
    void aRecordComesBackAsItWasStored() {
        Evidence stored = store(aChange(), EvidenceEnvironment.STAGING, HEAD, "12 rows".getBytes(UTF_8));

        Evidence found = records.find(stored.id()).orElseThrow();

        assertThat(found).isEqualTo(stored);
        assertThat(found.size()).isEqualTo(7);
        assertThat(found.sha256()).isEqualTo(DigestUtils.sha256Hex("12 rows"));
    }

    @Test
    void bytesOfSeveralPiecesComeBackUnchanged() throws IOException {
        byte[] bytes = new byte[2 * StoredBytes.CHUNK_BYTES + 17];
        new Random(1).nextBytes(bytes);
        Evidence stored = store(aChange(), EvidenceEnvironment.LOCAL, HEAD, bytes);

        try (InputStream content = records.open(stored.id())) {
            assertThat(content.readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void theNewestAtTheCommitCounts() {
        PullRequestRef change = aChange();
        store(change, EvidenceEnvironment.STAGING, HEAD, new byte[] {1});
        Evidence second = store(change, EvidenceEnvironment.STAGING, HEAD, new byte[] {2});
        store(change, EvidenceEnvironment.STAGING, OTHER, new byte[] {3});
        store(change, EvidenceEnvironment.LOCAL, HEAD, new byte[] {4});

        assertThat(records.current(change, EvidenceEnvironment.STAGING, HEAD)).contains(second);
        assertThat(records.current(change, EvidenceEnvironment.PRODUCTION, HEAD))
                .isEmpty();
        assertThat(records.of(change)).hasSize(4).element(1).isEqualTo(second);
    }

    @Test
    void namesOfAChangeAreComparedAsGitHubDoes() {
        PullRequestRef change = aChange();
        Evidence stored = store(change, EvidenceEnvironment.LOCAL, HEAD, new byte[] {1});

        PullRequestRef shouted = new PullRequestRef(
                change.owner().toUpperCase(Locale.ROOT), change.repository().toUpperCase(Locale.ROOT), change.number());

        assertThat(records.of(shouted)).containsExactly(stored);
    }

    @Test
    void aFailureWhileReadingLeavesNothingBehind() {
        PullRequestRef change = aChange();
        UUID id = UUID.randomUUID();
        InputStream breaksOff = new SequenceInputStream(
                new ByteArrayInputStream(new byte[StoredBytes.CHUNK_BYTES + 1]), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("The connection was lost");
                    }

                    @Override
                    public int read(byte[] target, int offset, int length) throws IOException {
                        return read();
                    }
                });

        assertThatThrownBy(() -> records.store(
                        id, breaksOff, passed -> anEvidence(id, change, EvidenceEnvironment.LOCAL, HEAD, passed)))
                .isInstanceOf(UncheckedIOException.class);

        assertThat(records.of(change)).isEmpty();
        assertThat(chunksOf(id)).isZero();
    }

    @Test
    void bytesWithoutARecordAreRefused() {
        UUID id = UUID.randomUUID();

        assertThatThrownBy(() -> jdbc.sql("insert into evidence_chunk values (?, 0, ?)")
                        .params(id, new byte[] {1})
                        .update())
                .hasMessageContaining("foreign key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update evidence set summary = 'better' where id = '%s'",
                "delete from evidence where id = '%s'",
                "update evidence_chunk set bytes = 'x' where evidence_id = '%s'",
                "delete from evidence_chunk where evidence_id = '%s'",
                "truncate evidence, evidence_chunk, evidence_override"
            })
    void theDatabaseRefusesToChangeOrDelete(String statement) {
        Evidence stored = store(aChange(), EvidenceEnvironment.LOCAL, HEAD, "x".getBytes(UTF_8));

        assertThatThrownBy(() -> jdbc.sql(statement.formatted(stored.id())).update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .rootCause()
                .hasMessageContaining("append-only");

        assertThat(records.find(stored.id())).contains(stored);
    }

    @Test
    void aMissingPieceIsAnErrorAndNotAnEarlyEnd() {
        UUID id = UUID.randomUUID();
        PullRequestRef change = aChange();
        records.store(
                id,
                new ByteArrayInputStream(new byte[] {1, 2}),
                passed -> anEvidence(
                        id, change, EvidenceEnvironment.LOCAL, HEAD, new StoredBytes.Passed(3, passed.sha256())));

        assertThatThrownBy(() -> {
                    try (InputStream content = records.open(id)) {
                        content.readAllBytes();
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessageContaining("incomplete");
    }

    @Test
    void anUnknownIdIsSaid() {
        UUID unknown = UUID.randomUUID();

        assertThat(records.find(unknown)).isEmpty();
        assertThatThrownBy(() -> records.open(unknown))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining(unknown.toString());
    }

    private Evidence store(PullRequestRef change, EvidenceEnvironment environment, String sha, byte[] bytes) {
        UUID id = UUID.randomUUID();
        return records.store(
                id, new ByteArrayInputStream(bytes), passed -> anEvidence(id, change, environment, sha, passed));
    }

    private long chunksOf(UUID id) {
        return jdbc.sql("select count(*) from evidence_chunk where evidence_id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }
}
