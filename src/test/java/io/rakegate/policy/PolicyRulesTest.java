package io.rakegate.policy;

import static io.rakegate.pullrequest.PullRequestFixture.aPullRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rakegate.pullrequest.PullRequestFixture;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyRulesTest {

    private static final String PATH = "rakelib/prod/claims.rake";
    private static final String COMMAND = "bundle exec rake 'claims:backfill[10]'";
    private static final String RUBY = """
            namespace :claims do
              desc 'Reads only'
              task :backfill, [:limit] => :environment do |_task, args|
                puts Claim.limit(args[:limit]).count
              end
            end
            """;
    private static final Answers ANSWERS = new Answers(
            "Some claims would keep the wrong kind.",
            "First ten rows, then the counts compared.",
            "rake claims:restore",
            "Search for claims:backfill in the logs.");

    private final PolicyRules rules = new PolicyRules();

    private List<Finding> check(PullRequestFixture pullRequest, String command, Answers answers) {
        return rules.check(new Submission(pullRequest.build(), command, answers));
    }

    private List<Finding> check(PullRequestFixture pullRequest) {
        return check(pullRequest, COMMAND, ANSWERS);
    }

    private static PullRequestFixture anOrdinaryChange() {
        return aPullRequest().touching(PATH, RUBY).touching("spec/rakelib/claims_spec.rb");
    }

    @Test
    void anOrdinaryChangeHasNoFinding() {
        assertThat(check(anOrdinaryChange())).isEmpty();
    }

    @Test
    void aPullRequestWithoutARakeTaskIsBlocked() {
        assertThat(check(aPullRequest().touching("app/models/claim.rb")))
                .extracting(Finding::rule, Finding::severity, Finding::file)
                .contains(tuple("RakeTaskIsInProductionFolder", Finding.Severity.BLOCKING, null));
    }

    @Test
    void aRemovedRakeTaskIsNoRakeTask() {
        assertThat(check(aPullRequest().removing(PATH)))
                .filteredOn(finding -> finding.rule().equals("RakeTaskIsInProductionFolder"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence()).contains("removes a rake file"));
    }

    @Test
    void aRenamedRakeTaskIsCheckedAtItsNewPlace() {
        assertThat(check(aPullRequest().renaming("lib/tasks/claims.rake", PATH, RUBY)))
                .extracting(Finding::rule)
                .containsExactly("RakeTaskHasASpec");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lib/tasks/claims.rake",
                "rakelib/claims.rake",
                "rakelib/production/claims.rake",
                "other/rakelib/prod/claims.rake"
            })
    void aRakeTaskElsewhereIsBlocked(String path) {
        assertThat(check(aPullRequest().touching(path, RUBY).touching("a_spec.rb")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("RakeTaskIsInProductionFolder");
                    assertThat(finding.isBlocking()).isTrue();
                    assertThat(finding.file()).isEqualTo(path);
                });
    }

    @Test
    void theProductionFolderIsConfigured() {
        PolicyRules elsewhere = new PolicyRules("lib/tasks/production/");
        Submission submission = new Submission(
                aPullRequest()
                        .touching("lib/tasks/production/claims.rake", RUBY)
                        .touching("a_spec.rb")
                        .build(),
                COMMAND,
                ANSWERS);

        assertThat(elsewhere.check(submission)).isEmpty();
        assertThat(rules.check(submission)).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\u0001',
            value = {
                "rake claims:fill ~ \"claims:fill\", and no rake file",
                "rake backfill ~ \"backfill\", and no rake file",
                "rake claims:backfill other ~ \"other\", and no rake file",
                "rails console ~ does not run a rake task",
                "rake 'claims:backfill[1 ~ never closes it",
                " ~ No command is given",
            })
    void aCommandThatNamesNoTaskOfTheFileIsBlocked(String command, String sentence) {
        assertThat(check(anOrdinaryChange(), command == null ? "" : command, ANSWERS))
                .filteredOn(Finding::isBlocking)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("CommandNamesARakeTask");
                    assertThat(finding.sentence()).contains(sentence);
                });
    }

    @Test
    void aWrongNameIsAnsweredWithTheRightOnes() {
        assertThat(check(anOrdinaryChange(), "rake claims:fill", ANSWERS))
                .singleElement()
                .satisfies(finding -> assertThat(finding.howToFix()).contains("claims:backfill (line 3)"));
    }

    @Test
    void aComputedNameCannotBeCheckedAndIsBlocked() {
        String computed = RUBY.replace("task :backfill", "task \"back#{'fill'}\"");

        assertThat(check(aPullRequest().touching(PATH, computed).touching("a_spec.rb")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.isBlocking()).isTrue();
                    assertThat(finding.howToFix()).contains("write the task's name out");
                });
    }

    @Test
    void anArgumentThatTheTaskDoesNotDeclareIsToBeAnswered() {
        assertThat(check(anOrdinaryChange(), "rake 'claims:backfill[10,20]'", ANSWERS))
                .extracting(Finding::rule, Finding::place, Finding::severity)
                .containsExactly(tuple("CommandGivesTheTaskItsArguments", PATH + ":3", Finding.Severity.TO_ANSWER));
    }

    @Test
    void aTaskThatReadsExtraArgumentsMayGetThem() {
        String extras = RUBY.replace("args[:limit]", "args.extras.first");

        assertThat(check(
                        aPullRequest().touching(PATH, extras).touching("a_spec.rb"),
                        "rake 'claims:backfill[10,20]'",
                        ANSWERS))
                .isEmpty();
    }

    @Test
    void aCommandThatDoesMoreIsToBeAnswered() {
        assertThat(check(anOrdinaryChange(), "cd /app; rake claims:backfill[10]", ANSWERS))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("CommandRunsNothingElse");
                    assertThat(finding.severity()).isEqualTo(Finding.Severity.TO_ANSWER);
                    assertThat(finding.sentence()).contains("\"cd\"").contains("brackets outside quotes");
                });
    }

    @Test
    void eachUnansweredQuestionIsBlocked() {
        Answers poor = new Answers("", "TBD", "What is your backout plan?", "datadog");

        assertThat(check(anOrdinaryChange(), COMMAND, poor))
                .allMatch(Finding::isBlocking)
                .extracting(Finding::sentence)
                .satisfiesExactly(
                        first -> assertThat(first).endsWith("has no answer."),
                        second -> assertThat(second).endsWith("by a placeholder."),
                        third -> assertThat(third).endsWith("by the template's own words."),
                        fourth -> assertThat(fourth).contains("too briefly"));
    }

    @Test
    void aFileThatDoesNotParseIsBlockedWithThePlace() {
        assertThat(check(aPullRequest().touching(PATH, RUBY + "end\n").touching("a_spec.rb")))
                .filteredOn(finding -> finding.rule().equals("RakeFileIsReadable"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.isBlocking()).isTrue();
                    assertThat(finding.place()).isEqualTo(PATH + ":7");
                    assertThat(finding.sentence()).contains("column 1");
                });
    }

    @Test
    void aFileWhoseTextIsMissingIsBlocked() {
        assertThat(check(aPullRequest().touching(PATH)))
                .filteredOn(Finding::isBlocking)
                .extracting(Finding::rule)
                .containsExactlyInAnyOrder("CommandNamesARakeTask", "RakeFileIsReadable");
    }

    @Test
    void aDraftIsToBeAnswered() {
        assertThat(check(anOrdinaryChange().asADraft()))
                .extracting(Finding::rule, Finding::severity)
                .containsExactly(tuple("PullRequestIsReadyForReview", Finding.Severity.TO_ANSWER));
    }

    @Test
    void aMissingSpecIsOnlyNoted() {
        assertThat(check(aPullRequest().touching(PATH, RUBY)))
                .extracting(Finding::rule, Finding::severity)
                .containsExactly(tuple("RakeTaskHasASpec", Finding.Severity.NOTE));
    }

    @Test
    void everyFindingSaysWhyAndWhatToDo() {
        List<Finding> findings =
                check(aPullRequest().touching("lib/x.rake", "end").asADraft(), "ls", Answers.NONE);

        assertThat(findings).hasSizeGreaterThan(6).allSatisfy(finding -> {
            assertThat(rules.names()).contains(finding.rule());
            assertThat(finding.why()).endsWith(".");
            assertThat(finding.howToFix()).endsWith(".");
            assertThat(finding.requirement()).isNotBlank();
        });
    }

    @Test
    void aFileIsCheckedBeforeThereIsAPullRequest() {
        assertThat(rules.check(RakeFile.read(PATH, "task :a do")))
                .extracting(Finding::rule)
                .containsExactly("RakeFileIsReadable");
        assertThat(rules.check(RakeFile.read(PATH, RUBY)))
                .extracting(Finding::rule)
                .containsExactly("RakeTaskHasASpec");
    }

    private static final String WRITES = """
            task claims: :environment do
              Claim.create!(kind: 'a')
              Claim.create!(kind: 'b')
            end
            """;

    private Set<String> idsOf(String ruby) {
        return check(aPullRequest().touching(PATH, ruby)).stream()
                .filter(Finding::isToAnswer)
                .map(Finding::id)
                .collect(Collectors.toSet());
    }

    @Test
    void aFindingKeepsItsIdWhileItsCodeMovesInTheFile() {
        assertThat(idsOf("# a comment that moves everything\n\n" + WRITES.replace("  Claim", "    Claim")))
                .isNotEmpty()
                .isEqualTo(idsOf(WRITES));
    }

    @Test
    void aFindingAboutOtherCodeIsAnother() {
        assertThat(idsOf(WRITES.replace("'a'", "'c'")))
                .doesNotContainAnyElementsOf(idsOf(WRITES).stream()
                        .filter(id -> id.startsWith("WritesHappenInATransaction"))
                        .toList());
    }

    @Test
    void findingsAboutTheSameCodeHaveIdsOfTheirOwn() {
        List<Finding> findings = check(aPullRequest().touching(PATH, WRITES.repeat(3)));

        assertThat(findings).extracting(Finding::id).doesNotHaveDuplicates();
    }
}
