package io.rakegate.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TBD",
                "tbd.",
                "**TODO**",
                "N/A",
                "...",
                "---",
                "<paste output here>",
                "Paste your test results here",
                "[insert link to the logs here]",
                "<!-- Describe what happened -->",
                "Lorem ipsum dolor sit amet",
                "will add later"
            })
    void whatNobodyFilledInIsRecognised(String text) {
        assertThat(TemplateText.is(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "All 12 rows have a color now.",
                "bundle exec rake prod:fill_in_color",
                "0 rows remain",
                "https://vagov.ddog-gov.com/logs?query=color",
                "The task ran in 3 minutes, see the log pointer"
            })
    void whatSomebodyWroteIsLeftAlone(String text) {
        assertThat(TemplateText.is(text)).isFalse();
    }
}
