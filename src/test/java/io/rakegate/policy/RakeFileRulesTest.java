package io.rakegate.policy;

import static io.rakegate.pullrequest.PullRequestFixture.aPullRequest;
import static org.assertj.core.api.Assertions.assertThat;

import io.rakegate.pullrequest.PullRequestFixture;
import io.rakegate.pullrequest.RakeSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the rules about a rake file say; how often they are right is measured by {@link LabelledSetTest}. */
class RakeFileRulesTest {

    private static final String PATH = "rakelib/prod/claims.rake";

    private static List<Finding> check(PullRequestFixture pullRequest) {
        return new PolicyRules().check(new Submission(pullRequest.build(), "rake a", Answers.NONE));
    }

    private static List<Finding> findings(String rule, String body) {
        return findings(rule, aPullRequest().touching(PATH, task(body)));
    }

    private static List<Finding> findings(String rule, PullRequestFixture pullRequest) {
        return check(pullRequest).stream()
                .filter(finding -> finding.rule().equals(rule))
                .toList();
    }

    private static String task(String body) {
        return "task a: :environment do\n" + body + "\nend\n";
    }

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\u0001',
            value = {
                "Claim.update_all(a: 1) ~ NOTE ~ Single statement",
                "Claim.find(1).update!(a: 1) ~ NOTE ~ Single statement",
                "connection.execute('UPDATE claims SET a = 1') ~ NOTE ~ Single statement",
                "Claim.find_each { |c| c.update!(a: 1) } ~ TO_ANSWER ~ Atomic per batch at best",
                "Claim.in_batches.update_all(a: 1) ~ TO_ANSWER ~ Atomic per batch at best",
                "Claim.find_each(&:destroy!) ~ TO_ANSWER ~ Atomic per batch at best",
                "Claim.in_batches { |b| Claim.transaction { b.update_all(a: 1) } } ~ NOTE ~ Atomic per batch:",
                "Claim.update_all(a: 1); Form.update_all(a: 1) ~ TO_ANSWER ~ Whole task",
                "Claim.find_each { |c| c.update!(a: 1); c.form.update!(a: 1) } ~ TO_ANSWER ~ within one pass of the"
                        + " loop",
                "Claim.transaction { Claim.update_all(a: 1) }; Form.update_all(a: 1) ~ TO_ANSWER ~ Whole task",
                "Claim.destroy_all ~ TO_ANSWER ~ Whole task",
            })
    void aMissingTransactionIsSaidInItsKind(String body, Finding.Severity severity, String sentence) {
        assertThat(findings("WritesHappenInATransaction", body)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(severity);
            assertThat(finding.sentence()).contains(sentence);
            assertThat(finding.requirement()).isEqualTo(ProcessDocument.TRANSACTIONAL);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Claim.transaction { Claim.update_all(a: 1); Form.update_all(a: 1) }",
                "ActiveRecord::Base.transaction do|  Claim.update_all(a: 1)|  Form.update_all(a: 1)\nend",
                "puts Claim.count",
                "{ a: 1 }.update(b: 2)",
                "connection.execute('SELECT 1')",
                "counts = Hash.new; counts.delete(:a)",
            })
    void aCoveredOrMissingWriteIsNoFinding(String body) {
        assertThat(findings("WritesHappenInATransaction", body)).isEmpty();
    }

    @Test
    void aClassInThePullRequestIsVisible() {
        String ruby = task("Claims::HTTPBackfill.new.call");
        PullRequestFixture without = aPullRequest().touching(PATH, ruby);
        PullRequestFixture with = aPullRequest().touching(PATH, ruby).touching("app/services/claims/http_backfill.rb");

        assertThat(findings("WritesAreVisibleInThePullRequest", without))
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence()).contains("Claims::HTTPBackfill"));
        assertThat(findings("WritesAreVisibleInThePullRequest", with)).isEmpty();
    }

    @Test
    void aNameInAnotherFileOfThePullRequestIsNotUnique() {
        PullRequestFixture pullRequest =
                aPullRequest().touching(PATH, task("puts 1")).touching("lib/tasks/old.rake", task("puts 2"));

        assertThat(findings("TaskNameIsUnique", pullRequest))
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence()).contains("lib/tasks/old.rake"));
    }

    @Test
    void aNameElsewhereInTheRepositoryIsNotUnique() {
        List<RakeSource> elsewhere = List.of(
                new RakeSource("lib/tasks/a.rake", task("puts 1")), new RakeSource("lib/tasks/ab.rake", "task ab: :a"));
        PullRequestFixture pullRequest = aPullRequest().touching(PATH, task("puts 2"));

        List<Finding> findings =
                new PolicyRules().check(new Submission(pullRequest.build(), "rake a", Answers.NONE, elsewhere));

        assertThat(findings)
                .filteredOn(finding -> finding.rule().equals("TaskNameIsUnique"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.sentence())
                            .isEqualTo("The task a is defined a second time, in lib/tasks/a.rake.");
                    assertThat(finding.severity()).isEqualTo(Finding.Severity.TO_ANSWER);
                    assertThat(finding.line()).isEqualTo(1);
                });
    }

    @Test
    void onlyTheProductionFolderIsChecked() {
        PullRequestFixture pullRequest = aPullRequest()
                .touching(PATH, task("puts 1"))
                .touching("lib/tasks/other.rake", "task b: :environment do\n  gets\nend\n");

        assertThat(findings("TaskAsksForNoInput", pullRequest)).isEmpty();
    }

    @Test
    void everyRuleOfTheListIsShownByALabelOrATest() {
        List<String> labelled = LabelledFile.all().stream()
                .flatMap(file -> file.expected().stream())
                .map(label -> label.substring(0, label.indexOf(':')))
                .distinct()
                .toList();
        List<String> aboutThePullRequest = List.of(
                "RakeTaskIsInProductionFolder",
                "CommandNamesARakeTask",
                "RakeFileIsReadable",
                "RequiredQuestionsAreAnswered",
                "CommandRunsNothingElse",
                "CommandGivesTheTaskItsArguments",
                "PullRequestIsReadyForReview",
                "RakeTaskHasASpec");

        assertThat(new PolicyRules().names())
                .allSatisfy(rule -> assertThat(labelled.contains(rule) || aboutThePullRequest.contains(rule))
                        .as(rule)
                        .isTrue());
    }

    @Test
    void aFindingNamesFileAndLineAndSaysWhyAndHow() {
        assertThat(LabelledFile.all())
                .flatExtracting(file -> new PolicyRules().check(RakeFile.read(file.name(), file.ruby())))
                .allSatisfy(finding -> {
                    assertThat(finding.file()).isNotNull();
                    assertThat(finding.sentence()).endsWith(".");
                    assertThat(finding.why()).endsWith(".");
                    assertThat(finding.howToFix()).endsWith(".");
                });
    }
}
