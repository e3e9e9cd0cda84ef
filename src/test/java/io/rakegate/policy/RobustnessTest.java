package io.rakegate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No file makes the rules run away: each ends in findings, or in one that says it is too much. */
class RobustnessTest {

    private static final PolicyRules RULES = new PolicyRules();

    static List<Arguments> largeFiles() {
        return List.of(
                Arguments.of("many guarded writes", inATask("  next if done?\n  Claim.create!(a: b)\n".repeat(1_000))),
                Arguments.of(
                        "many rescues",
                        inATask("  begin\n    a\n  rescue => e\n    failed << e\n  end\n  abort 'x' if failed.any?\n"
                                .repeat(1_000))),
                Arguments.of("many tasks", "task a: :environment do\n  Claim.update_all(b: 1)\nend\n".repeat(1_000)),
                Arguments.of(
                        "many methods of one name",
                        "def m\n  m\n  Claim.create!(a: 1)\nend\n".repeat(1_500) + inATask("m\n")),
                Arguments.of("methods that call each other often", chainOfCalls(400)),
                Arguments.of(
                        "one statement run often",
                        inATask("  sql = <<~SQL\n" + "    update a set b = 1;\n".repeat(5_000) + "  SQL\n"
                                + "  connection.execute(sql)\n".repeat(1_500))),
                Arguments.of(
                        "one long chain", inATask("Claim" + ".where(a: 1)".repeat(5_000) + ".each { |a| a.save! }\n")),
                Arguments.of("one long sum", inATask("a = " + "1 + ".repeat(5_000) + "1\n")));
    }

    private static String inATask(String body) {
        return "task a: :environment do\n" + body + "end\n";
    }

    private static String chainOfCalls(int length) {
        return IntStream.range(0, length)
                        .mapToObj(i -> "def m%d\n  m%d; m%d; m%d\n  Claim.create!(a: 1)\nend\n"
                                .formatted(i, i + 1, i + 1, i + 1))
                        .collect(Collectors.joining())
                + inATask("  m0\n");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("largeFiles")
    void aLargeFileHasAnOutcome(String what, String ruby) {
        List<Finding> findings = RULES.check(RakeFile.read("rakelib/prod/a.rake", ruby));

        assertThat(findings).as(what).isNotEmpty();
    }

    @Test
    void whatIsTooMuchIsBlockedAndNotHalfChecked() {
        List<Finding> findings = RULES.check(RakeFile.read("rakelib/prod/a.rake", chainOfCalls(1_500)));

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("RakeFileIsReadable");
            assertThat(finding.isBlocking()).isTrue();
            assertThat(finding.sentence()).contains("too intricate");
        });
    }

    @Test
    void aLongListOfIdsIsNoHindrance() {
        String ids = "    009cbb98-523f-4145-b37c-07f379fdd878\n".repeat(20_000);

        List<Finding> findings = RULES.check(RakeFile.read(
                "rakelib/prod/a.rake",
                inATask("  ids = %w[\n" + ids + "  ]\n  Claim.where(id: ids).update_all(open: true)\n")));

        assertThat(findings)
                .extracting(Finding::rule)
                .contains("TaskHasADryRun")
                .doesNotContain("RakeFileIsReadable");
    }

    @Test
    void theSameFileGetsTheSameAnswerEachTime() {
        RakeFile file =
                RakeFile.read("rakelib/prod/a.rake", inATask("  next if done?\n  Claim.create!(a: b)\n".repeat(500)));

        assertThat(RULES.check(file)).isEqualTo(RULES.check(file)).isEqualTo(RULES.check(file));
    }

    @Test
    void mutilatedFilesAreCheckedWithoutAnException() {
        Random random = new Random(11);
        List<LabelledFile> files = LabelledFile.all();
        String[] pieces = {
            "\"", "'", "#{", "}", "{", "(", ")", "|", "%w(", "<<~A\n", "?", "\\", " do ", " end ", "&.", "->", ":", "*"
        };

        for (int i = 0; i < 600; i++) {
            StringBuilder ruby =
                    new StringBuilder(files.get(random.nextInt(files.size())).ruby());
            for (int change = random.nextInt(4); change >= 0; change--) {
                int at = random.nextInt(ruby.length());
                ruby.replace(
                        at, Math.min(ruby.length(), at + random.nextInt(12)), pieces[random.nextInt(pieces.length)]);
            }

            assertThat(RULES.check(RakeFile.read("a.rake", ruby.toString())))
                    .as(ruby.toString())
                    .isNotNull();
        }
    }
}
