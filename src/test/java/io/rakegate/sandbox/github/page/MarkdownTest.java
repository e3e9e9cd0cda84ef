package io.rakegate.sandbox.github.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTest {

    private final Markdown markdown = new Markdown();

    @Test
    void tablesAndTickedBoxesAreShown() {
        String html = markdown.html("| a | b |\n|---|---|\n| 1 | 2 |\n\n- [x] done\n- [ ] open\n");

        assertThat(html).contains("<td>1</td>").contains("type=\"checkbox\" disabled=\"\" checked=\"\"> done");
    }

    @Test
    void htmlStaysText() {
        String html = markdown.html("<script>alert(1)</script>\n\n<b>bold</b> <img src=x onerror=alert(1)>");

        assertThat(html)
                .doesNotContain("<script")
                .doesNotContain("<img")
                .doesNotContain("<b>")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @Test
    void hiddenCommentsStayHidden() {
        String html = markdown.html(
                "<!-- rakegate:change -->\n# Title\n\ntext <!-- inline --> goes on\n\n<!-- a\nb --> rest");

        assertThat(html)
                .doesNotContain("rakegate:change")
                .doesNotContain("inline")
                .doesNotContain("!--")
                .contains("<h1>Title</h1>")
                .contains("goes on")
                .contains("rest");
    }

    @Test
    void aLinkThatRunsAScriptLeadsNowhere() {
        String html = markdown.html("[click](javascript:alert(1))");

        assertThat(html).doesNotContain("javascript:");
    }
}
