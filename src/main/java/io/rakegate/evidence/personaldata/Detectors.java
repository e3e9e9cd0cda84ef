package io.rakegate.evidence.personaldata;

import org.jspecify.annotations.Nullable;

/** Sends each character that something may begin at to whoever knows it; most characters are passed over. */
final class Detectors {

    /** What a character may begin. */
    static final byte NOTHING = 0;

    static final byte DIGIT = 1;
    private static final byte SEPARATOR = 2;
    private static final byte AT_SIGN = 3;
    private static final byte PERCENT = 4;
    private static final byte BRACKET = 5;
    private static final byte PLUS = 6;
    private static final byte DASH = 7;
    private static final byte TOKEN = 8;
    private static final byte BOX = 9;

    /** A line ends, and another begins. */
    static final byte LINE_END = 10;

    /** A cell of a table that holds personal data; {@link Columns} has it. */
    static final byte CELL = 11;

    private static final byte[] TRIGGERS = triggers();

    private Detectors() {}

    static byte triggerOf(char c) {
        return c < 128 ? TRIGGERS[c] : NOTHING;
    }

    /** Whether to look at a character at all; most of those that begin a token stand in the middle of a word. */
    static boolean mayBegin(char c, char before) {
        byte trigger = TRIGGERS[c];
        return trigger != NOTHING && (trigger < TOKEN || trigger > BOX || before < 'a' || before > 'z');
    }

    static @Nullable Match at(Window window, int index, byte trigger) {
        return switch (trigger) {
            case DIGIT -> Numbers.at(window, index);
            case SEPARATOR ->
                window.startsWith(index, "://") ? Tokens.login(window, index) : Labelled.at(window, index, 1);
            case AT_SIGN -> Emails.around(window, index, 1);
            case PERCENT -> encoded(window, index);
            case BRACKET -> Phones.inBrackets(window, index);
            case PLUS -> Phones.international(window, index);
            case DASH -> Tokens.privateKey(window, index);
            case TOKEN -> Tokens.at(window, index);
            case BOX -> Addresses.postBox(window, index);
            default -> null;
        };
    }

    private static @Nullable Match encoded(Window window, int index) {
        if (window.startsWith(index, "%40")) {
            return Emails.around(window, index, 3);
        }
        boolean separator = window.startsWithIgnoringCase(index, "%3a") || window.startsWithIgnoringCase(index, "%3d");
        return separator ? Labelled.at(window, index, 3) : null;
    }

    private static byte[] triggers() {
        byte[] triggers = new byte[128];
        Tokens.beginnings().chars().forEach(c -> triggers[c] = TOKEN);
        ":=,>|".chars().forEach(c -> triggers[c] = SEPARATOR);
        "Pp".chars().forEach(c -> triggers[c] = BOX);
        for (char c = '0'; c <= '9'; c++) {
            triggers[c] = DIGIT;
        }
        triggers['\n'] = LINE_END;
        triggers['@'] = AT_SIGN;
        triggers['%'] = PERCENT;
        triggers['('] = BRACKET;
        triggers['+'] = PLUS;
        triggers['-'] = DASH;
        return triggers;
    }
}
