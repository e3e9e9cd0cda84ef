package io.rakegate.evidence.personaldata;

import java.util.Locale;
import java.util.Set;

/** Whether a value stands where a label says what it is: {@code "ssn" => 123456789}, "SSN number is 123456789". */
final class Context {

    private static final int MOST_GLUE = 12;
    private static final int MOST_WORDS = 4;
    private static final int LONGEST_WORD = 10;

    /** Before the value stands another of its kind: a list goes on. */
    private static final int CONTINUES = -1;

    private static final int NOWHERE = -2;

    private static final Set<String> FILLERS = Words.of("""
            be been
            is was are of on no nbr num number numbers value the as to for eq equals new old from date string
            nil null none mon tue wed thu fri sat sun at id in and or like ilike between integer text d using
            with by found changed updated set array cast lookup match matched""");

    private Context() {}

    /**
     * Whether a label of these meanings, or another value of the same kind, stands before a value.
     *
     * @param start where the value starts
     * @param meanings what the label may mean, as {@link Labels} has it
     */
    static boolean before(Window window, int start, int meanings, PersonalDataKind kind) {
        int index = start;
        for (int words = 0; words <= MOST_WORDS; words++) {
            int glueEnd = index;
            index = skipGlue(window, index, kind);
            if (index < 0) {
                return index == CONTINUES;
            }
            if ((Labels.meaningOf(Labels.endingAt(window, index - 1)) & meanings) != 0) {
                return glueEnd != index || words > 0;
            }
            int wordStart = wordStart(window, index);
            if (wordStart == index || !isFiller(window, wordStart, index)) {
                return false;
            }
            index = wordStart;
        }
        return false;
    }

    /** Whether a label stands right behind a value: "123456789 (SSN)". */
    static boolean after(Window window, int end, int meanings) {
        int index = end;
        while (index - end < 3 && (window.at(index) == ' ' || window.at(index) == '(')) {
            index++;
        }
        int wordEnd = index;
        while (wordEnd - index < LONGEST_WORD && Chars.isLetter(window.at(wordEnd))) {
            wordEnd++;
        }
        return index > end
                && wordEnd > index
                && window.at(wordEnd) != '_'
                && window.at(wordEnd) != ':'
                && window.at(wordEnd) != '='
                && (Labels.meaningOf(Labels.endingAt(window, wordEnd - 1)) & meanings) != 0;
    }

    private static int skipGlue(Window window, int from, PersonalDataKind kind) {
        int index = from;
        while (from - index <= MOST_GLUE) {
            if (window.endsHitAt(index, kind) && index < from) {
                return CONTINUES;
            }
            char c = window.at(index - 1);
            if (window.endsPercentAt(index)) {
                index -= 3;
            } else if (Chars.isWord(c)) {
                return index;
            } else if (Chars.isLineEnd(c)) {
                return NOWHERE;
            } else {
                index--;
            }
        }
        return NOWHERE;
    }

    private static int wordStart(Window window, int end) {
        int index = end;
        while (end - index <= LONGEST_WORD && Chars.isLetter(window.at(index - 1))) {
            index--;
        }
        return index;
    }

    private static boolean isFiller(Window window, int start, int end) {
        char before = window.at(start - 1);
        return end - start <= LONGEST_WORD
                && before != '_'
                && !Chars.isDigit(before)
                && FILLERS.contains(window.text(start, end).toLowerCase(Locale.ROOT));
    }
}
