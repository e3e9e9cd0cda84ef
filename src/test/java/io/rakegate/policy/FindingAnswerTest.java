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

    @ParameterizedTest(name = "{0} with \"{1}\" accepted by {2} settles it: {3}")
    @CsvSource(
            nullValues = "nobody",
            value = {
                "FIXED, removed in the last commit, lead, false",
                "EXPLAINED, the list is printed and read by the operator, nobody, true",
                "EXPLAINED, TBD, nobody, false",
                "EXPLAINED, '', nobody, false",
                "EXPLAINED, it is ok, nobody, false",
                "WAIVED, one table of ten rows, nobody, false",
                "WAIVED, one table of ten rows, '', false",
                "WAIVED, one table of ten rows, lead, true",
                "WAIVED, n/a, lead, false",
                "SINGLE_STATEMENT, it is one statement, nobody, false",
                "ATOMIC_PER_BATCH, the filter lets it go on, nobody, false",
            })
    void anAnswerSettlesAFindingOnlyIfItSaysSomething(
            FindingAnswer.Kind kind, String text, String acceptedBy, boolean settles) {
        FindingAnswer answer = new FindingAnswer(SWALLOWED.id(), kind, text, acceptedBy);

        assertThat(FindingAnswer.unanswered(List.of(SWALLOWED), List.of(answer)).isEmpty())
                .isEqualTo(settles);
    }

    @Test
    void aMissingTransactionHasAnswersOfItsOwn() {
        FindingAnswer single = new FindingAnswer(OPEN.id(), FindingAnswer.Kind.SINGLE_STATEMENT, "", null);
        FindingAnswer batch =
                new FindingAnswer(OPEN.id(), FindingAnswer.Kind.ATOMIC_PER_BATCH, "the filter lets it go on", null);
        FindingAnswer silent = new FindingAnswer(OPEN.id(), FindingAnswer.Kind.ATOMIC_PER_BATCH, "", null);

        assertThat(FindingAnswer.unanswered(List.of(OPEN), List.of(single))).isEmpty();
        assertThat(FindingAnswer.unanswered(List.of(OPEN), List.of(batch))).isEmpty();
        assertThat(FindingAnswer.unanswered(List.of(OPEN), List.of(silent))).containsExactly(OPEN);
    }

    @Test
    void onlyWhatHasToBeAnsweredIsAskedFor() {
        assertThat(FindingAnswer.unanswered(List.of(NOTE, SWALLOWED, BLOCKING, OPEN), List.of()))
                .containsExactly(SWALLOWED, OPEN);
    }

    @Test
    void anAnswerToAnotherFindingSettlesNothing() {
        FindingAnswer other =
                new FindingAnswer(OPEN.id(), FindingAnswer.Kind.EXPLAINED, "explained at length here", null);

        assertThat(FindingAnswer.unanswered(List.of(SWALLOWED), List.of(other))).containsExactly(SWALLOWED);
    }
}
