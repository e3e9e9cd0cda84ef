package io.rakegate.policy;

import static io.rakegate.pullrequest.PullRequestFixture.aPullRequest;

import io.rakegate.pullrequest.PullRequestFixture;
import io.rakegate.pullrequest.RakeSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One rake file whose findings a person has written down: {@code # expect: Rule, Rule} at the end of the line where each
 * belongs, {@code # with: path} for another file of its pull request. All are proposed to one repository, whose rake files
 * are in the folder {@code elsewhere}.
 */
record LabelledFile(String name, String ruby) {

    private static final Path FOLDER = Path.of("src/test/resources/policy/labelled");
    private static final Path REPOSITORY = FOLDER.resolve("elsewhere");
    private static final String EXPECT = "# expect:";
    private static final String WITH = "# with:";
    private static final Answers ANSWERS = new Answers("a", "b", "c", "d");

    static List<LabelledFile> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".rake"))
                    .sorted()
                    .map(LabelledFile::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LabelledFile read(Path file) {
        try {
            return new LabelledFile(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isClean() {
        return expected().isEmpty();
    }

    /** What a person expects, each as {@code Rule:line}. */
    Set<String> expected() {
        List<String> lines = ruby.lines().toList();
        return IntStream.range(0, lines.size())
                .boxed()
                .flatMap(i -> after(EXPECT, lines.get(i)).map(rule -> rule + ":" + (i + 1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the rules say has to be answered, each as {@code Rule:line}. */
    Set<String> found() {
        PullRequestFixture pullRequest =
                aPullRequest().touching("rakelib/prod/" + name, ruby).touching("spec/rakelib/any_spec.rb");
        ruby.lines().flatMap(line -> after(WITH, line)).forEach(pullRequest::touching);
        return new PolicyRules()
                .check(new Submission(pullRequest.build(), "rake any", ANSWERS, elsewhere())).stream()
                        .filter(finding -> finding.file() != null && finding.severity() != Finding.Severity.NOTE)
                        .map(finding -> finding.rule() + ":" + finding.line())
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<RakeSource> elsewhere() {
        try (Stream<Path> files = Files.walk(REPOSITORY)) {
            return files.filter(file -> file.toString().endsWith(".rake"))
                    .map(file -> new RakeSource(
                            REPOSITORY.relativize(file).toString(), read(file).ruby()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> after(String mark, String line) {
        int at = line.indexOf(mark);
        return at < 0
                ? Stream.empty()
                : Arrays.stream(line.substring(at + mark.length()).split(",")).map(String::strip);
    }
}
