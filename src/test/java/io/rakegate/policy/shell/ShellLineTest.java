package io.rakegate.policy.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShellLineTest {

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\u0001',
            value = {
                "rake a:b ~ rake|a:b",
                "rake   a:b\t c ~ rake|a:b|c",
                "rake 'a:b[1, 2]' ~ rake|a:b[1, 2]",
                "rake \"a:b[1, 2]\" ~ rake|a:b[1, 2]",
                "rake a:b\\[1,\\ 2\\] ~ rake|a:b[1, 2]",
                "rake a:'b'\"c\"d ~ rake|a:bcd",
                "rake \"a \\\" b\" ~ rake|a \" b",
                "rake \"a\\nb\" ~ rake|a\\nb",
                "rake 'it'\\''s' ~ rake|it's",
                "rake a # the task ~ rake|a",
                "rake a#b ~ rake|a#b",
                "rake a;b ~ rake|a|;|b",
                "rake a&&b ~ rake|a|&&|b",
                "rake a|tee b ~ rake|a|||tee|b",
                "rake a 2>&1 ~ rake|a|>&|1",
                "rake a > out.txt ~ rake|a|>|out.txt",
                "rake '' ~ rake|",
                "rake $(date +%F) x ~ rake|$(date +%F)|x",
                "rake `date +%F` x ~ rake|`date +%F`|x",
                "rake \"$(date \"+%F\")\" ~ rake|$(date \"+%F\")",
            })
    void aLineIsCutAsAShellCutsIt(String line, String expected) {
        List<ShellToken> tokens = ShellLine.tokens(line);

        assertThat(String.join("|", tokens.stream().map(ShellToken::text).toList()))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\u0001',
            value = {
                "a[1] ~ UNQUOTED_BRACKET",
                "a* ~ FILE_PATTERN",
                "$(x) ~ COMMAND_SUBSTITUTION",
                "\"`x`\" ~ COMMAND_SUBSTITUTION",
                "\"$HOME\" ~ VARIABLE",
                "${HOME} ~ VARIABLE",
                "\u2018a\u2019 ~ TYPOGRAPHY",
                "\u2013trace ~ TYPOGRAPHY",
            })
    void whatAShellWouldChangeIsMarked(String line, ShellHazard expected) {
        assertThat(ShellLine.tokens(line))
                .singleElement()
                .satisfies(word -> assertThat(word.hazards()).containsExactly(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'a[1]*$HOME`x`$(y)'", "\"a[1]*\"", "a\\[1\\]", "a\\*", "\\$HOME", "\"\\$HOME\"", "cost$"})
    void whatIsQuotedIsLeftAlone(String line) {
        assertThat(ShellLine.tokens(line))
                .singleElement()
                .satisfies(word -> assertThat(word.hazards()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rake 'a", "rake \"a", "rake `a", "rake $(a", "rake \"`a\""})
    void whatIsNeverClosedIsRefusedInASentence(String line) {
        assertThatThrownBy(() -> ShellLine.tokens(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(".")
                .hasMessageContaining("never close");
    }

    @Test
    void aLineContinuedWithABackslashIsOneCommand() {
        assertThat(ShellLine.tokens("rake \\\n  a:b\\\r\n"))
                .extracting(ShellToken::text)
                .containsExactly("rake", "a:b");
    }

    @Test
    void aNewLineSeparatesCommands() {
        assertThat(ShellLine.tokens("rake a\nrake b"))
                .extracting(ShellToken::kind)
                .containsExactly(
                        ShellToken.Kind.WORD,
                        ShellToken.Kind.WORD,
                        ShellToken.Kind.SEPARATOR,
                        ShellToken.Kind.WORD,
                        ShellToken.Kind.WORD);
    }
}
