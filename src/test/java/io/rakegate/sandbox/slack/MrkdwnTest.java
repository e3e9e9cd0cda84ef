package io.rakegate.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a message is shown: as in a channel, and never as markup of its own. */
class MrkdwnTest {

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '"', textBlock = """
                    *Scheduled* today               ! <strong>Scheduled</strong> today
                    _by_ the ~old~ `rake a[1\\,2]`  ! <em>by</em> the <s>old</s> <code>rake a[1\\,2]</code>
                    2 * 3 * 4 and a_b_c             ! 2 * 3 * 4 and a_b_c
                    *a **                           ! *a **
                    <https://x.org/?a=1&amp;b=2|the PR> ! <a href=\\"https://x.org/?a=1&amp;b=2\\" rel=\\"noopener noreferrer\\">the PR</a>
                    *<https://x.org|a_b_>*          ! <strong><a href=\\"https://x.org\\" rel=\\"noopener noreferrer\\">a_b_</a></strong>
                    `<https://x.org>`               ! <code><a href=\\"https://x.org\\" rel=\\"noopener noreferrer\\">https://x.org</a></code>
                    in <#C0REMINDER|reminders>      ! in <a href=\\"C0REMINDER\\">#reminders</a>
                    hello <@U1|lead>                ! hello <span class=\\"mention\\">@lead</span>
                    a &lt;b&gt; &amp;amp; c         ! a &lt;b&gt; &amp;amp; c
                    :rocket: go :unknown:           ! 🚀 go :unknown:
                    """)
    void showsWhatSlackWouldShow(String kept, String shown) {
        assertThat(Mrkdwn.html(kept.replace("\\,", ",")))
                .isEqualTo(shown.replace("\\,", ",").replace("\\\"", "\""));
    }

    @Test
    void showsLinesQuotesAndBlocksOfCode() {
        String html = Mrkdwn.html("first\nsecond\n&gt; quoted *bold*\nafter\n```\n*not bold* <b>\n```\nlast ``` open");

        assertThat(html)
                .isEqualTo("first<br>second<br><blockquote>quoted <strong>bold</strong></blockquote>after"
                        + "<pre>*not bold* &lt;b&gt;\n</pre>last ``` open");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<javascript:alert(1)|click>",
                "<https://x.org\" onclick=\"alert(1)|y>",
                "<#\"><img src=x>|y>",
                "<!<script>|x>",
                "\uE0000\uE001<https://x.org|<b>>",
                "&lt;img src=x onerror=alert(1)&gt;",
                "```<script>```",
                "`<script>`"
            })
    void letsNoMarkupOfTheMessageThrough(String kept) {
        String tags = Mrkdwn.html(kept)
                .replaceAll("<a href=\"[^\"<>]*\"(?: rel=\"noopener noreferrer\")?>|<span class=\"mention\">", "")
                .replaceAll("</?(?:a|span|code|pre|br|strong|em|s|blockquote)>", "");

        assertThat(tags).doesNotContain("<", ">").doesNotContain("\uE000");
        assertThat(Mrkdwn.html(kept)).doesNotContain("href=\"javascript:");
    }

    @Test
    void keepsEmojiByNameAndEscapesStrayAmpersandsAsSlackDoes() {
        assertThat(Mrkdwn.asKept("🚀 a & b &amp; c &lt;")).isEqualTo(":rocket: a &amp; b &amp; c &lt;");
    }
}
