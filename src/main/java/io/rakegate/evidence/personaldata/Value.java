package io.rakegate.evidence.personaldata;

import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The value behind a label.
 *
 * @param start index of its first character, quotes left out
 * @param end index after its last
 * @param quoted whether quotes say where it ends
 * @param list whether it is the inside of a list
 */
record Value(int start, int end, boolean quoted, boolean list) {

    private static final int MOST_GLUE = 8;
    private static final int LONGEST_QUOTED = 512;
    private static final int LONGEST_LIST = 300;
    private static final int LONGEST_PLAIN = 200;
    private static final int MOST_WORDS = 4;

    /**
     * The value behind a separator, null if nothing is there.
     *
     * @param separatorEnd index after the separator's first sign
     */
    static @Nullable Value after(Window window, int separatorEnd) {
        int index = separatorEnd;
        if (window.at(index) == '>' || window.at(index) == '=') {
            index++;
        }
        int limit = index + MOST_GLUE;
        while (index < limit && (Chars.isBlank(window.at(index)) || window.at(index) == '*')) {
            index++;
        }
        if (window.at(index) == '[' && !window.startsWithIgnoringCase(index, "[filtered")) {
            Value list = list(window, index + 1);
            return list == null ? single(window, index + 1) : list;
        }
        return single(window, index);
    }

    /** Whether the value, or one of a list of values, is what a test looks for; it is told whether quotes stand around. */
    boolean anyOf(String text, BiPredicate<String, Boolean> test) {
        if (!list) {
            return test.test(text, quoted);
        }
        for (String part : text.split(",", -1)) {
            String plain = part.strip();
            boolean inQuotes = plain.length() > 1 && "\"'\\".indexOf(plain.charAt(0)) >= 0;
            if (test.test(inQuotes ? withoutQuotes(plain) : plain, inQuotes)) {
                return true;
            }
        }
        return false;
    }

    /** The value with what follows its comma, if that can be a given name: "Smith, Mary". */
    Value withGivenName(Window window) {
        if (quoted || list || window.at(end) != ',' || !Chars.isUpper(window.at(start))) {
            return this;
        }
        int givenStart = window.at(end + 1) == ' ' ? end + 2 : end + 1;
        int givenEnd = endOfWord(window, givenStart);
        boolean given =
                Chars.isUpper(window.at(givenStart)) && window.at(givenEnd) != ':' && window.at(givenEnd) != '=';
        return given ? new Value(start, givenEnd, false, false) : this;
    }

    private static String withoutQuotes(String quoted) {
        int start = quoted.startsWith("\\") ? 2 : 1;
        int end = Math.max(start, quoted.length() - start);
        return quoted.length() > start ? quoted.substring(start, end) : "";
    }

    private static @Nullable Value list(Window window, int start) {
        int end = start;
        while (end - start < LONGEST_LIST && window.at(end) != ']' && !Chars.isLineEnd(window.at(end))) {
            end++;
        }
        return window.at(end) == ']' && end > start ? new Value(start, end, true, true) : null;
    }

    private static @Nullable Value single(Window window, int from) {
        if (window.startsWith(from, "%22") || window.startsWith(from, "%27")) {
            return quoted(window, from + 3, window.text(from, from + 3));
        }
        if (window.at(from) == '\\' && Chars.isQuote(window.at(from + 1))) {
            return quoted(window, from + 2, "\\" + window.at(from + 1));
        }
        if (Chars.isQuote(window.at(from))) {
            return quoted(window, from + 1, String.valueOf(window.at(from)));
        }
        return plain(window, from);
    }

    private static @Nullable Value quoted(Window window, int start, String quote) {
        int end = start;
        while (end - start < LONGEST_QUOTED && !Chars.isLineEnd(window.at(end))) {
            if (window.startsWith(end, quote)) {
                boolean doubled = quote.equals("'") && window.at(end + 1) == '\'' && end > start;
                if (!doubled) {
                    return end == start ? null : new Value(start, end, true, false);
                }
                end++;
            } else if (quote.length() == 1 && window.at(end) == '\\') {
                end++;
            }
            end++;
        }
        return end == start ? null : new Value(start, Math.min(end, window.length()), true, false);
    }

    /** Words that start with a capital go on as one value; anything else ends at a blank. */
    private static @Nullable Value plain(Window window, int start) {
        int end = endOfWord(window, start);
        if (end == start || isCall(window, start, end)) {
            return null;
        }
        if (Chars.isLower(window.at(start)) && window.at(end) == ' ' && Chars.isLower(window.at(end + 1))) {
            boolean labelFollows = window.at(endOfWord(window, end + 1)) == '=';
            if (!labelFollows && !hasOther(window, start, end)) {
                return null;
            }
        }
        boolean authorizes = window.at(end) == ' ' && isScheme(window.text(start, end));
        for (int words = 1; words < MOST_WORDS && window.at(end) == ' '; words++) {
            int wordEnd = endOfWord(window, end + 1);
            boolean goesOn = wordEnd > end + 1
                    && ":=".indexOf(window.at(wordEnd)) < 0
                    && window.at(wordEnd) != '('
                    && (authorizes || (Chars.isUpper(window.at(start)) && Chars.isUpper(window.at(end + 1))));
            if (!goesOn) {
                break;
            }
            end = wordEnd;
            authorizes = false;
        }
        return new Value(start, end, false, false);
    }

    /** {@code user.first_name(} or {@code params[}: where a value comes from, not the value. */
    private static boolean isCall(Window window, int start, int end) {
        if (window.at(end) != '(' && window.at(end) != '[') {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (!Chars.isLetter(window.at(i)) && window.at(i) != '_' && window.at(i) != '.') {
                return false;
            }
        }
        return true;
    }

    private static boolean isScheme(String word) {
        return word.equalsIgnoreCase("bearer") || word.equalsIgnoreCase("basic") || word.equalsIgnoreCase("token");
    }

    /** Digits and signs inside of a word say that it is no word of a sentence. */
    private static boolean hasOther(Window window, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!Chars.isLetter(window.at(i)) && window.at(i) != '\'' && window.at(i) != '-') {
                return true;
            }
        }
        return false;
    }

    private static int endOfWord(Window window, int start) {
        int end = start;
        while (end - start < LONGEST_PLAIN && (!endsPlain(window.at(end)) || isApostrophe(window, start, end))) {
            end++;
        }
        while (end > start && ".:".indexOf(window.at(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private static boolean isApostrophe(Window window, int start, int index) {
        return window.at(index) == '\''
                && index > start
                && Chars.isLetter(window.at(index - 1))
                && Chars.isLetter(window.at(index + 1));
    }

    private static boolean endsPlain(char c) {
        return c <= ' ' || ",;&|\"'`()[]{}<>\\".indexOf(c) >= 0;
    }
}
