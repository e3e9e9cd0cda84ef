package io.rakegate.evidence;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognises what a template asked for and nobody filled in, such as "TBD" or "paste output here". */
final class TemplateText {

    private static final int LONGEST = 300;

    private static final Set<String> PLACEHOLDERS = Set.of(
            "tbd",
            "tba",
            "tbc",
            "todo",
            "to do",
            "to be done",
            "to be added",
            "to be determined",
            "fixme",
            "pending",
            "placeholder",
            "n/a",
            "na",
            "none",
            "nil",
            "null",
            "undefined",
            "nothing",
            "test",
            "testing",
            "asdf",
            "foo",
            "bar",
            "x",
            "xx",
            "xxx",
            "your answer",
            "your text",
            "sample",
            "sample output",
            "example output",
            "output",
            "see above",
            "see below",
            "will add",
            "will add later",
            "coming soon");

    private static final Pattern INVITATION = Pattern.compile(
            "\\b(?:paste|insert|put|enter|type|describe|write|replace|attach|provide|your)\\b[^\\n]{0,60}\\b(?:here|below)\\b"
                    + "|\\bfill (?:this |me )?in\\b|\\breplace (?:this|me)\\b|\\blorem ipsum\\b|\\btbd\\b|<!--");

    private static final Pattern DECORATION = Pattern.compile("[\\s<>\\[\\](){}*_#`~\"'.:;!?…\\-–—=|]+");

    private TemplateText() {}

    /** Whether a text says nothing but what a template would; a long text never does. */
    static boolean is(String text) {
        if (text.length() > LONGEST || text.isBlank()) {
            return false;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        String plain = DECORATION.matcher(lower).replaceAll(" ").strip();
        return plain.isEmpty()
                || PLACEHOLDERS.contains(plain)
                || INVITATION.matcher(lower).find();
    }
}
