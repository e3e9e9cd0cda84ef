package io.rakegate.evidence;

import static io.rakegate.evidence.EvidenceSamples.HEAD;
import static io.rakegate.evidence.EvidenceSamples.NOW;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.InputStreamSource;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

class EvidenceMemoryTest {

    private static final int SIZE = 25 * 1024 * 1024;
    private static final EvidenceFields FIELDS = new EvidenceFields(
            null, "rake prod:a", null, null, null, null, null, null, null, "", "", "", "It ran.", "", false, true);

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final List<Object> events = new ArrayList<>();
    private final JdbcClient jdbc = JdbcClient.create(EvidenceDatabase.dataSource());
    private final TransactionTemplate transactions =
            new TransactionTemplate(new DataSourceTransactionManager(EvidenceDatabase.dataSource()));
    private final JdbcEvidenceRecords records = new JdbcEvidenceRecords(jdbc, transactions);
    private final JdbcQuarantines quarantines = new JdbcQuarantines(jdbc, transactions, new JdbcTyped(jdbc));

    @Test
    void aFileOf25MegabytesInOneLineIsNeverHeldWhole() throws IOException {
        Repeating content = new Repeating("{\"id\":1234567890,\"color\":\"blue\"},");

        Evidence evidence = upload(new PersonalData(clock, Duration.ofMinutes(5)), content);

        assertThat(evidence.size()).isEqualTo(SIZE);
        assertThat(evidence.scan()).isEqualTo(Evidence.ScanResult.CLEAN);
        assertThat(content.largestRead).isLessThanOrEqualTo(StoredBytes.CHUNK_BYTES);
        assertThat(largestPieceOf(evidence)).isLessThanOrEqualTo(StoredBytes.CHUNK_BYTES);
        assertThat(events).containsExactly(new EvidenceRecorded(evidence));
    }

    @Test
    void itsRedactedCopyIsNeverHeldWholeEither() throws IOException {
        Repeating content = new Repeating("%s\"ssn\":\"123456789\"},".formatted(".".repeat(4_000)));

        Evidence evidence = upload(new PersonalData(clock, Duration.ofMinutes(5)), content);

        assertThat(evidence.scan()).isEqualTo(Evidence.ScanResult.REDACTED);
        assertThat(content.largestRead).isLessThanOrEqualTo(StoredBytes.CHUNK_BYTES);
        assertThat(largestPieceOf(evidence)).isLessThanOrEqualTo(StoredBytes.CHUNK_BYTES);
    }

    @Test
    void aScanThatTakesTooLongStoresNothing() {
        Instant[] now = {NOW};
        InstantSource slow = () -> now[0] = now[0].plusSeconds(1);
        Repeating content = new Repeating("clean line\n");

        assertThatThrownBy(
                        () -> upload(new PersonalData(slow.withZone(ZoneOffset.UTC), Duration.ofSeconds(3)), content))
                .hasMessageContaining("longer than 3 seconds");

        assertThat(events).isEmpty();
    }

    @Test
    void aScanThatFailsStoresNothing() {
        InstantSource broken = () -> {
            throw new IllegalStateException("The clock is broken");
        };
        Repeating content = new Repeating("clean line\n");

        assertThatThrownBy(
                        () -> upload(new PersonalData(broken.withZone(ZoneOffset.UTC), Duration.ofSeconds(3)), content))
                .hasMessageContaining("The clock is broken");

        assertThat(events).isEmpty();
    }

    @Test
    void aFailureOfTheScanIsToldAsSuch() throws IOException {
        EvidenceFile file =
                EvidenceFile.examine("run.log", new Repeating("clean line\n"), SIZE, DataSize.ofMegabytes(25));
        EvidenceFile unreadable = new EvidenceFile(file.name(), file.type(), file.encoding(), () -> {
            throw new IllegalStateException("The file on disk has gone");
        });
        EvidenceScan scan = new EvidenceScan(new PersonalData(clock, Duration.ofSeconds(3)));

        assertThatThrownBy(() -> scan.admit(FIELDS, unreadable))
                .isInstanceOfSatisfying(EvidenceRefused.class, refused -> {
                    assertThat(refused.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
                    assertThat(refused.field()).isEqualTo("file");
                    assertThat(refused.reason()).contains("Nothing was stored");
                });
    }

    private Evidence upload(PersonalData personalData, InputStreamSource content) throws IOException {
        EvidenceUpload upload = new EvidenceUpload(
                new FakeEvidenceDesk(),
                new EvidenceScan(personalData),
                records,
                quarantines,
                transactions,
                events::add,
                clock);
        EvidenceDesk.Desk desk = new EvidenceDesk.Desk(EvidenceSamples.aChange(), HEAD, null, true, true, null);
        EvidenceFile file = EvidenceFile.examine("run.log", content, SIZE, DataSize.ofMegabytes(25));
        return Objects.requireNonNull(upload.record(desk, EvidenceEnvironment.LOCAL, "creator", FIELDS, file)
                .evidence());
    }

    private int largestPieceOf(Evidence evidence) throws IOException {
        int largest = 0;
        long total = 0;
        try (InputStream bytes = records.open(evidence.id())) {
            byte[] buffer = new byte[SIZE];
            for (int length; (length = bytes.read(buffer)) > 0; total += length) {
                largest = Math.max(largest, length);
            }
        }
        assertThat(total).isEqualTo(evidence.size());
        return largest;
    }

    /** Content that is made while it is read, and notes how much of it was asked for at once. */
    private static final class Repeating implements InputStreamSource {

        private final byte[] unit;
        private int largestRead;

        private Repeating(String unit) {
            this.unit = unit.getBytes(US_ASCII);
        }

        @Override
        public InputStream getInputStream() {
            return new InputStream() {
                private int position;

                @Override
                public int read() {
                    return position == SIZE ? -1 : unit[position++ % unit.length];
                }

                @Override
                public int read(byte[] target, int offset, int length) {
                    largestRead = Math.max(largestRead, length);
                    int count = Math.min(length, SIZE - position);
                    for (int i = 0; i < count; i++) {
                        target[offset + i] = unit[position++ % unit.length];
                    }
                    return count == 0 ? -1 : count;
                }
            };
        }
    }
}
