package io.rakegate.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "nothing special, and 2 rows.  | nothing special, and 2 rows.",
                "only if it is `live`          | only if it is `live`",
                "`a_b` and `c*d`, *not* e_f    | `a_b` and `c*d`, \\*not\\* e\\_f",
                "[a link](https://evil)        | \\[a link\\](https://evil)",
                "![x](y) <img src=x>           | \\!\\[x\\](y) \\<img src=x\\>",
                "# no heading                  | \\# no heading",
                "one ` alone                   | one \\` alone",
                "`open and [a](b)              | \\`open and \\[a\\](b)",
                "a \\ b                      | a \\\\ b"
            })
    void whatPeopleWroteStaysTextAndCodeStaysCode(String written, String markdown) {
        assertThat(WrittenText.plain(written)).isEqualTo(markdown);
    }

    @org.junit.jupiter.api.Test
    void aLineStaysALineAndNoCodeSpansTwo() {
        assertThat(WrittenText.plain("a `b\nc` d\r\ne")).isEqualTo("a \\`b  \nc\\` d  \ne");
    }
}
