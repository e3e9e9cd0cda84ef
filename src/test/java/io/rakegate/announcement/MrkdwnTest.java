package io.rakegate.announcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people wrote is read as text in a channel, whatever they wrote. */
class MrkdwnTest {

    @ParameterizedTest
    @CsvSource({
        "a < b & c > d,                  a &lt; b &amp; c &gt; d",
        "<!channel> look,                &lt;!channel&gt; look",
        "<https://evil.example|our bank>,&lt;https://evil.example|our bank&gt;",
        "\"quoted\" and 'so' 🚀,         \"quoted\" and 'so' 🚀",
        "&lt;,                           &amp;lt;"
    })
    void escapesWhatMeansSomethingToSlack(String written, String sent) {
        assertThat(Mrkdwn.text(written)).isEqualTo(sent);
    }

    @Test
    void keepsTextOnOneLineSoThatItCannotForgeAnother() {
        assertThat(Mrkdwn.text(" done\r\n\n*Approved* by lead\u2028x\u0000y\t"))
                .isEqualTo("done *Approved* by lead x y");
    }

    @Test
    void dropsMarksThatTurnTheReadingDirection() {
        assertThat(Mrkdwn.text("abc\u202Edef\u2066g")).isEqualTo("abcdefg");
    }

    @Test
    void leavesShortTextWhole() {
        assertThat(Mrkdwn.text("twelve chars", 12)).isEqualTo("twelve chars");
    }

    @ParameterizedTest
    @CsvSource({
        "abcdef, 4, abc…",
        "abc def, 5, abc…",
        "ab&cd, 5, ab…",
        "ab&cd, 8, ab&amp;…",
        "ab&cdef, 9, ab&amp;c…",
        "a🚀bc, 3, a…",
        "🚀🚀, 1, …"
    })
    void shortensWithoutCuttingACharacterOrAnEscapeInTwo(String written, int limit, String sent) {
        assertThat(Mrkdwn.text(written, limit)).isEqualTo(sent).hasSizeLessThanOrEqualTo(limit);
    }

    @Test
    void linksWithALabelThatCannotBreakOut() {
        String link = Mrkdwn.link(URI.create("https://example.org/a?b=1&c=2"), "vets-api#1 <x> | y");

        assertThat(link).isEqualTo("<https://example.org/a?b=1&amp;c=2|vets-api#1 &lt;x&gt; ¦ y>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "/changes/1", "mailto:a@example.org"})
    void linksToWebPagesOnly(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mrkdwn.link(URI.create(address), "label"))
                .withMessageContaining(address);
    }
}
