package io.rakegate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingAnswerTest {

    private static final Finding SWALLOWED = finding("FailureIsNotSwallowed", Finding.Severity.TO_ANSWER);
    private static final Finding OPEN = finding("WritesHappenInATransaction", Finding.Severity.TO_ANSWER);
    private static final Finding NOTE = finding("RakeTaskHasASpec", Finding.Severity.NOTE);
    private static final Finding BLOCKING = finding("RakeFileIsReadable", Finding.Severity.BLOCKING);

    private static Finding finding(String rule, Finding.Severity severity) {
        return new Finding(rule, severity, "It is so.", "rakelib/prod/a.rake", 3, "r", "w", "h");
    }

    @ParameterizedTest(name = "{0} with \"{1}\" answers it: {2}")
    @CsvSource({
        "FIXED, removed in the last commit, false",
        "EXPLAINED, the list is printed and read by the operator, true",
        "EXPLAINED, TBD, false",
        "EXPLAINED, '', false",
        "EXPLAINED, it is ok, false",
        "WAIVED, one table of ten rows, true",
        "WAIVED, n/a, false",
        "SINGLE_STATEMENT, it is one statement, false",
        "ATOMIC_PER_BATCH, the filter lets it go on, false",
    })
    void anAnswerSaysSomethingOrIsNone(FindingAnswer.Kind kind, String text, boolean answers) {
        FindingAnswer answer = new FindingAnswer(SWALLOWED.id(), kind, text);

        assertThat(FindingAnswer.unanswered(List.of(SWALLOWED), List.of(answer)).isEmpty())
                .isEqualTo(answers);
    }

    @Test
    void aMissingTransactionHasAnswersOfItsOwn() {
        FindingAnswer single = new FindingAnswer(OPEN.id(), FindingAnswer.Kind.SINGLE_STATEMENT, "");
        FindingAnswer batch =
                new FindingAnswer(OPEN.id(), FindingAnswer.Kind.ATOMIC_PER_BATCH, "the filter lets it go on");
        FindingAnswer silent = new FindingAnswer(OPEN.id(), FindingAnswer.Kind.ATOMIC_PER_BATCH, "");

        assertThat(FindingAnswer.unanswered(List.of(OPEN), List.of(single))).isEmpty();
        assertThat(FindingAnswer.unanswered(List.of(OPEN), List.of(batch))).isEmpty();
        assertThat(FindingAnswer.unanswered(List.of(OPEN), List.of(silent))).containsExactly(OPEN);
    }

    @Test
    void thatItIsFixedMayBeSaidBeforeTheCommitIsSeenButIsNoAnswer() {
        FindingAnswer fixed = new FindingAnswer(SWALLOWED.id(), FindingAnswer.Kind.FIXED, "");

        assertThat(fixed.shortcoming(SWALLOWED)).isEmpty();
        assertThat(fixed.answers(SWALLOWED)).isFalse();
    }

    @Test
    void onlyWhatHasToBeAnsweredIsAskedFor() {
        assertThat(FindingAnswer.unanswered(List.of(NOTE, SWALLOWED, BLOCKING, OPEN), List.of()))
                .containsExactly(SWALLOWED, OPEN);
    }

    @Test
    void anAnswerToAnotherFindingSettlesNothing() {
        FindingAnswer other = new FindingAnswer(OPEN.id(), FindingAnswer.Kind.EXPLAINED, "explained at length here");

        assertThat(FindingAnswer.unanswered(List.of(SWALLOWED), List.of(other))).containsExactly(SWALLOWED);
    }
}
