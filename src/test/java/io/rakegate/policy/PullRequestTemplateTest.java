package io.rakegate.policy;

import static io.rakegate.pullrequest.PullRequestFixture.aPullRequest;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The template that teams copy: left as it is it answers nothing, filled in it answers everything. */
class PullRequestTemplateTest {

    private static final Answers FILLED = new Answers(
            "Some claims would keep the wrong kind.",
            "First ten rows, then the counts compared.",
            "rake claims:restore",
            "Search for claims:backfill in the logs.");

    private static List<String> unanswered(String body) {
        Submission submission = new Submission(
                aPullRequest()
                        .saying(body)
                        .touching("rakelib/prod/claims.rake", "task claims: :environment do\nend\n")
                        .build(),
                "rake claims",
                PullRequestBody.answers(body));
        return new PolicyRules()
                .check(submission).stream()
                        .filter(finding -> finding.rule().equals("RequiredQuestionsAreAnswered"))
                        .filter(Finding::isBlocking)
                        .map(Finding::sentence)
                        .toList();
    }

    @Test
    void leftAsItIsEachQuestionIsAFinding() {
        assertThat(unanswered(PullRequestTemplate.markdown())).hasSameSizeAs(Question.values());
        assertThat(Stream.of(Question.values()))
                .allSatisfy(question -> assertThat(unanswered(PullRequestTemplate.markdown()))
                        .anyMatch(sentence -> sentence.contains(question.text())));
    }

    @Test
    void filledInThereIsNothingToSay() {
        assertThat(unanswered(PullRequestBody.withAnswers(PullRequestTemplate.markdown(), FILLED)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TBD", "N/A", "none", "- [ ] none", "**TBD**", "<!-- later -->", "Re-run it."})
    void filledInWithWhatSaysNothingEachQuestionIsAFinding(String nothing) {
        String body = PullRequestBody.withAnswers(
                PullRequestTemplate.markdown(), new Answers(nothing, nothing, nothing, nothing));

        assertThat(unanswered(body)).hasSameSizeAs(Question.values());
    }
}
