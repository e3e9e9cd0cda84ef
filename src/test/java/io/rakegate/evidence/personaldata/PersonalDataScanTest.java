package io.rakegate.evidence.personaldata;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataScanTest {

    /** Windows are 64 K characters; this goes past several of their edges. */
    private static final int SEVERAL_WINDOWS = 200_000;

    private final PersonalDataScan scan = new PersonalDataScan(Clock.systemUTC(), Duration.ofMinutes(1));

    @Test
    void aHitSaysWhereAndWhatShapeAndNeverWhat() {
        ScanReport report = scan.scan("first line\nssn=123-45-6789 for jane.doe@example.com\n");

        assertThat(report.hits())
                .extracting(Hit::kind, Hit::line, Hit::column, Hit::masked)
                .containsExactly(
                        tuple(PersonalDataKind.SSN, 2L, 5L, "***-**-****"),
                        tuple(PersonalDataKind.EMAIL, 2L, 21L, "****.***@*******.***"));
        assertThat(report.count()).isEqualTo(2);
    }

    @Test
    void theRedactedTextKeepsEverythingElse() {
        assertThat(scan.redact("user 12: \"first_name\"=>\"Jane\", ssn 123-45-6789 ✓\r\n"))
                .isEqualTo("user 12: \"first_name\"=>\"[redacted]\", ssn [redacted] ✓\r\n");
        assertThat(scan.redact("nothing here")).isEqualTo("nothing here");
        assertThat(scan.redact("")).isEmpty();
    }

    @Test
    void manyHitsAreCountedAndTheFirstAreTold() {
        ScanReport report = scan.scan("a@example.com\n".repeat(1_000));

        assertThat(report.count()).isEqualTo(1_000);
        assertThat(report.hits())
                .hasSize(ScanReport.MOST_HITS)
                .last()
                .extracting(Hit::line)
                .isEqualTo(100L);
    }

    @Test
    void whereverAWindowEndsTheHitIsFoundOnceAndMasked() throws IOException {
        String value = "\"first_name\"=>\"Jane\" ssn: 123456789 jane.doe@example.com 123 Main Street";
        for (int before = 57_240; before <= 57_360; before++) {
            String text = ".".repeat(before) + " " + value + " " + ".".repeat(9_000);

            ScanReport report = scan.scan(text);

            assertThat(report.count()).as("after %d characters", before).isEqualTo(4);
            assertThat(redacted(text, UTF_8))
                    .isEqualTo(".".repeat(before)
                            + " \"first_name\"=>\"[redacted]\" ssn: [redacted] [redacted] [redacted] "
                            + ".".repeat(9_000));
        }
    }

    @Test
    void linesAreCountedAcrossWindows() {
        String text = "0123 done\n".repeat(SEVERAL_WINDOWS / 10) + "ssn=123456789";

        assertThat(scan.scan(text).hits()).extracting(Hit::line, Hit::column).containsExactly(tuple(20_001L, 5L));
    }

    @Test
    void oneLineOf25MegabytesIsScannedInSmallPieces() throws IOException {
        EndlessLine line = new EndlessLine(25_000_000, "{\"id\":1234567890,\"ssn\":\"123456789\"},");

        ScanReport report = scan.scan(line);

        assertThat(report.count()).isEqualTo(25_000_000 / "{\"id\":1234567890,\"ssn\":\"123456789\"},".length());
        assertThat(line.largestRead).isLessThanOrEqualTo(64 * 1024);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-eyJ",
                "eyJ",
                "a@",
                "@",
                "1",
                "1-",
                "12-",
                "password=\"",
                "password=",
                "[[\"first_name\", \"",
                ":",
                "=\"",
                "%22",
                "%40a",
                "first_name: [",
                "1 A ",
                "1 a ",
                "ssn ",
                "ssn is of no number ",
                "+1 ",
                "(202) ",
                "http://a:",
                "-----BEGIN ",
                "ghp_",
                "xoxb-",
                "Bearer ",
                "P.O. ",
                "_",
                "\\\"",
                "born on 1/",
                "\n",
                "veteran: A, "
            })
    void noTextMakesItSlow(String nasty) {
        String text = nasty.repeat(1_000_000 / nasty.length());
        PersonalDataScan quick = new PersonalDataScan(Clock.systemUTC(), Duration.ofSeconds(20));

        ScanReport report = quick.scan(text);

        assertThat(report.count()).isGreaterThanOrEqualTo(0);
    }

    @Test
    void aTokenLongerThanAWindowIsMaskedToItsEnd() throws IOException {
        String token = "eyJhbGciOiJIUzI1NiJ9." + "a1B2".repeat(SEVERAL_WINDOWS / 4) + ".sig";

        assertThat(redacted("token is " + token + " and more", UTF_8)).isEqualTo("token is [redacted] and more");
    }

    @Test
    void aPrivateKeyIsMaskedToItsLastLine() throws IOException {
        String key = "-----BEGIN RSA PRIVATE KEY-----\n"
                + "MIIEowIBAAKCAQEA\n".repeat(1_500)
                + "-----END RSA PRIVATE KEY-----";
        String text = ".".repeat(50_000) + "\n" + key + "\nmore\n";

        assertThat(redacted(text, UTF_8)).isEqualTo(".".repeat(50_000) + "\n[redacted]\nmore\n");
        assertThat(scan.scan(text).count()).isEqualTo(1);
    }

    @Test
    void aKeyThatNeverEndsDoesNotHideTheRest() throws IOException {
        String text = "-----BEGIN PRIVATE KEY-----\n" + "x\n".repeat(100_000) + "ssn=123456789\n";

        assertThat(scan.scan(text).hits()).extracting(Hit::kind).contains(PersonalDataKind.SSN);
        assertThat(redacted(text, UTF_8)).endsWith("ssn=[redacted]\n");
    }

    @Test
    void theRedactedCopyKeepsItsEncoding() throws IOException {
        String text = "größe 🚀 ssn=123456789 naïve\n".repeat(5_000);

        assertThat(redacted(text, UTF_8)).isEqualTo("größe 🚀 ssn=[redacted] naïve\n".repeat(5_000));
        assertThat(redacted("größe ssn=123456789", ISO_8859_1)).isEqualTo("größe ssn=[redacted]");
    }

    @Test
    void lookAlikesOfDashesAndBlanksMakeNoDifference() {
        assertThat(scan.scan("123\u201345\u20136789").count()).isEqualTo(1);
        assertThat(scan.scan("123\u201145\u20116789").count()).isEqualTo(1);
        assertThat(scan.scan("ssn\u00a0\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19")
                        .count())
                .isEqualTo(1);
        assertThat(scan.scan("\u201cfirst_name\u201d: \u201cJane\u201d").count())
                .isEqualTo(1);
    }

    @Test
    void aScanThatTakesTooLongSaysSo() {
        AtomicInteger asked = new AtomicInteger();
        InstantSource slow = () -> Instant.EPOCH.plusSeconds(asked.getAndIncrement());
        PersonalDataScan limited = new PersonalDataScan(slow.withZone(ZoneOffset.UTC), Duration.ofSeconds(2));

        assertThatThrownBy(() -> limited.scan(".".repeat(SEVERAL_WINDOWS)))
                .isInstanceOf(ScanTookTooLong.class)
                .hasMessageContaining("2 seconds");
        assertThatThrownBy(() -> {
                    try (InputStream copy =
                            limited.redacted(new StringReader(".".repeat(2 * SEVERAL_WINDOWS)), UTF_8)) {
                        copy.readAllBytes();
                    }
                })
                .isInstanceOf(ScanTookTooLong.class);
    }

    @Test
    void aLongCleanLogStaysClean() {
        String log = (String.join("\n", LabelledSet.without()) + "\n").repeat(4);

        assertThat(scan.scan(log).count() * 1_000.0 / log.lines().count()).isLessThanOrEqualTo(1.0);
    }

    private String redacted(String text, Charset encoding) throws IOException {
        try (InputStream copy = scan.redacted(new StringReader(text), encoding)) {
            return new String(copy.readAllBytes(), encoding);
        }
    }

    /** A line that is never held whole, and notes how much of it was asked for at once. */
    private static final class EndlessLine extends Reader {

        private final String unit;
        private final long length;
        private long position;
        private int largestRead;

        private EndlessLine(long length, String unit) {
            this.length = length;
            this.unit = unit;
        }

        @Override
        public int read(char[] target, int offset, int wanted) {
            largestRead = Math.max(largestRead, wanted);
            int count = (int) Math.min(wanted, length - position);
            for (int i = 0; i < count; i++) {
                target[offset + i] = unit.charAt((int) ((position + i) % unit.length()));
            }
            position += count;
            return count == 0 ? -1 : count;
        }

        @Override
        public void close() {
            position = length;
        }
    }
}
