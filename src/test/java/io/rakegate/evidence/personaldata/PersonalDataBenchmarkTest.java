package io.rakegate.evidence.personaldata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How many megabytes one core scans in a second. It prints a figure and asserts nothing about it: machines differ. */
@Tag("benchmark")
class PersonalDataBenchmarkTest {

    private static final int SIZE = 50_000_000;
    private static final int ROUNDS = 6;

    @Test
    void megabytesInASecond() throws IOException {
        byte[] log = log();
        PersonalDataScan scan = new PersonalDataScan(Clock.systemUTC(), Duration.ofMinutes(5));
        assertThat(log).hasSizeGreaterThanOrEqualTo(SIZE);

        best(scan, log, SIZE / 4);
        for (int size : new int[] {SIZE / 4, SIZE / 2, SIZE}) {
            System.out.println(String.format(
                    Locale.ROOT,
                    "Scan for personal data: %.0f MB/s on one core, a log of %d MB",
                    best(scan, log, size),
                    size / 1_000_000));
        }
    }

    private static double best(PersonalDataScan scan, byte[] log, int size) throws IOException {
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = cpuTime();
            try (Reader text = new InputStreamReader(new ByteArrayInputStream(log, 0, size), UTF_8)) {
                assertThat(scan.scan(text).count()).isZero();
            }
            best = Math.max(best, size * 1_000.0 / (cpuTime() - start));
        }
        return best;
    }

    /** What this thread has used of a processor, so that other work on the machine makes no difference. */
    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Clean lines in random order: what nearly all of a log is. */
    private static byte[] log() {
        List<String> lines = new ArrayList<>(LabelledSet.without());
        Collections.shuffle(lines, new Random(1));
        StringBuilder text = new StringBuilder(SIZE + 1_000_000);
        while (text.length() < SIZE) {
            lines.forEach(line -> text.append(line).append('\n'));
        }
        return text.toString().getBytes(UTF_8);
    }
}
