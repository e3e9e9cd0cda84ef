package io.rakegate.process;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people wrote, as part of a text in Markdown: nothing in it becomes a link, an image or a heading. */
final class WrittenText {

    private static final Pattern CODE = Pattern.compile("`([^`\\r\\n]+)`");
    private static final Pattern MARKS = Pattern.compile("([\\\\`*_{}\\[\\]<>#|!~])");

    private WrittenText() {}

    /** The text itself; what stands between two backticks of one line stays code, as its writer meant it. */
    static String plain(String written) {
        StringBuilder text = new StringBuilder();
        Matcher code = CODE.matcher(written);
        int from = 0;
        while (code.find()) {
            text.append(escaped(written.substring(from, code.start()))).append(code.group());
            from = code.end();
        }
        return text.append(escaped(written.substring(from))).toString().replaceAll("\\R", "  \n");
    }

    private static String escaped(String part) {
        return MARKS.matcher(part).replaceAll("\\\\$1");
    }
}
