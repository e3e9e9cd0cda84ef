package io.rakegate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How long checking a rake file takes. Prints milliseconds per kilobyte and asserts no time; run it with
 * {@code ./mvnw -Pbenchmark test -Dtest=RakeCheckBenchmarkTest}.
 */
@Tag("benchmark")
class RakeCheckBenchmarkTest {

    private static final int WARM_UP = 20;
    private static final int ROUNDS = 30;

    @Test
    void perKilobyte() {
        List<LabelledFile> files = LabelledFile.all();
        PolicyRules rules = new PolicyRules();
        int kilobytes = files.stream()
                        .mapToInt(file -> file.ruby().getBytes(StandardCharsets.UTF_8).length)
                        .sum()
                / 1024;
        run(files, rules, WARM_UP);

        long start = System.nanoTime();
        int findings = run(files, rules, ROUNDS);
        double milliseconds = (System.nanoTime() - start) / 1e6 / ROUNDS;

        System.out.printf(
                Locale.ROOT,
                "%d rake files, %d KB: %.2f ms per file, %.2f ms per KB (parse and all rules)%n",
                files.size(),
                kilobytes,
                milliseconds / files.size(),
                milliseconds / kilobytes);
        assertThat(findings).isPositive();
    }

    private static int run(List<LabelledFile> files, PolicyRules rules, int rounds) {
        int findings = 0;
        for (int round = 0; round < rounds; round++) {
            for (LabelledFile file : files) {
                findings += rules.check(RakeFile.read(file.name(), file.ruby())).size();
            }
        }
        return findings;
    }
}
