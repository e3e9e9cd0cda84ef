package io.rakegate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerQualityTest {

    @ParameterizedTest(name = "\"{0}\" is {1}")
    @CsvSource(
            delimiter = '~',
            nullValues = "null",
            value = {
                "'' ~ MISSING",
                "'  ' ~ MISSING",
                "TBD ~ PLACEHOLDER",
                "tbd. ~ PLACEHOLDER",
                "**TBD** ~ PLACEHOLDER",
                "N/A ~ PLACEHOLDER",
                "n/a. ~ PLACEHOLDER",
                "- None ~ PLACEHOLDER",
                "none! ~ PLACEHOLDER",
                "Currently TBD ~ PLACEHOLDER",
                "TODO: to be added ~ PLACEHOLDER",
                "Not applicable. ~ PLACEHOLDER",
                "... ~ PLACEHOLDER",
                "\uD83E\uDD37 ~ PLACEHOLDER",
                "Will be added later ~ PLACEHOLDER",
                "What is your backout plan? ~ TEMPLATE",
                "Link to rake tasks, scripts, or add commands to reverse changes ~ TEMPLATE",
                "- For example: ~ TEMPLATE",
                "Re-run it. ~ TOO_SHORT",
                "git revert ~ TOO_SHORT",
                "rake claims:restore ~ ANSWERED",
                "https://example.com/runbook ~ ANSWERED",
                "None of the rows can be lost, because the old value is kept. ~ ANSWERED",
                "No risk to data: only a cache is cleared. ~ ANSWERED",
                "Nothing irreversible; rerun the restore task. ~ ANSWERED",
                "Führt die Rücknahme aus ~ ANSWERED",
            })
    void anAnswerIsJudgedByWhatItSays(String answer, AnswerQuality expected) {
        assertThat(AnswerQuality.of(Question.BACKOUT_PLAN, answer)).isEqualTo(expected);
    }
}
