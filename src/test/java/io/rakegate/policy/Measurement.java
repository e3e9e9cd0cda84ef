package io.rakegate.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts of right, wrong and missed findings, and the page that shows them. */
record Measurement(int files, int clean, Map<String, Count> perRule, List<String> wrong, List<String> missed) {

    /** Findings of one rule: found as expected, found though not expected, expected and not found. */
    record Count(int right, int wrong, int missed) {

        static final Count ZERO = new Count(0, 0, 0);

        Count plus(Count other) {
            return new Count(right + other.right, wrong + other.wrong, missed + other.missed);
        }

        /** How many of the findings are right, from 0 to 1. */
        double precision() {
            return right + wrong == 0 ? 1 : (double) right / (right + wrong);
        }

        /** How many of the expected ones are found, from 0 to 1. */
        double recall() {
            return right + missed == 0 ? 1 : (double) right / (right + missed);
        }
    }

    static Measurement of(List<LabelledFile> files) {
        Map<String, Count> perRule = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        List<String> missed = new ArrayList<>();
        for (LabelledFile file : files) {
            Set<String> expected = file.expected();
            Set<String> found = file.found();
            Set<String> all = new HashSet<>(expected);
            all.addAll(found);
            for (String label : all.stream().sorted().toList()) {
                boolean right = expected.contains(label) && found.contains(label);
                boolean isWrong = !expected.contains(label);
                Count one = new Count(right ? 1 : 0, isWrong ? 1 : 0, right || isWrong ? 0 : 1);
                perRule.merge(label.substring(0, label.indexOf(':')), one, Count::plus);
                if (!right) {
                    (isWrong ? wrong : missed).add("`" + file.name() + "` " + label);
                }
            }
        }
        int clean = (int) files.stream().filter(LabelledFile::isClean).count();
        return new Measurement(files.size(), clean, perRule, wrong, missed);
    }

    Count all() {
        return perRule.values().stream().reduce(Count.ZERO, Count::plus);
    }

    String page() {
        StringBuilder page = new StringBuilder("""
                # How often the rules are right

                Measured on %d rake files in `src/test/resources/policy/labelled`, %d of them clean. They are written after
                the traits of real production tasks, by the people who wrote the rules and with the rules at hand: expect
                real files to do worse. Each expected finding is written down at the end of its line (`# expect: Rule`),
                and a finding counts as right if rule and line are as expected. Notes ask for nothing and are not counted.

                This page is written by `./mvnw test -Dtest=LabelledSetTest -Drakegate.docs.update=true`. The build fails if
                it is out of date, if precision falls below 95 %% or if recall falls below 90 %%.

                What a check costs is printed by `./mvnw -Pbenchmark test
                -Dtest=RakeCheckBenchmarkTest`: 2.7 ms per file and 7.2 ms per kilobyte, parse and all rules, over the files
                of this set (0.4 KB each) on 2 shared cores under a load of 18.

                What the rules do not see: writes by a computed method name, what a called class outside the file does,
                tasks of the same name outside the repository's rake folders (`rakegate.process.rake-folders`), in files
                of more than 1 MB or defined by a computed name, and values that pass through more than one variable.

                | rule | expected | right | wrong | missed | precision | recall |
                |---|---|---|---|---|---|---|
                """.formatted(files, clean));
        perRule.forEach((rule, count) -> page.append(row("`" + rule + "`", count)));
        page.append(row("**all**", all()));
        page.append("\n## Wrong\n\n")
                .append(list(wrong))
                .append("\n## Missed\n\n")
                .append(list(missed));
        return page.toString();
    }

    private static String row(String rule, Count count) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %.0f %% | %.0f %% |%n",
                rule,
                count.right() + count.missed(),
                count.right(),
                count.wrong(),
                count.missed(),
                100 * count.precision(),
                100 * count.recall());
    }

    private static String list(List<String> entries) {
        return entries.isEmpty() ? "None.\n" : "- " + String.join("\n- ", entries) + "\n";
    }
}
