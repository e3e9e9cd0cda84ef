package io.rakegate.evidence.personaldata;

import static io.rakegate.evidence.personaldata.PersonalDataKind.STREET_ADDRESS;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Street addresses: a house number, a few words of a name, and what a street is called; and post office boxes. */
final class Addresses {

    private static final int MOST_WORDS = 6;
    private static final int LONGEST_WORD = 20;
    private static final int LONGEST_CITY = 40;

    /** Called so and nothing else, so that writing them small makes no difference. */
    private static final Set<String> STREETS = Words.of("""
            st street ave avenue av rd road blvd boulevard ln dr ct pkwy parkway hwy highway cir ter terr trl
            aly crt plz""");

    /** Words of everyday too: a street only where all of it is written with capitals. */
    private static final Set<String> STREETS_IN_CAPITALS = Words.of("""
            lane drive court place pl way terrace circle trail square sq loop pike alley plaza row run path pass
            crossing point ridge turnpike expressway cove bend walk commons crescent mews heights manor broadway""");

    private static final Set<String> NO_NAMES = Words.of("""
            a an and at by for from in into is of on or out per row rows record records the this to user users
            was were with ms s sec min seconds minutes hours days times jobs items files bytes kb mb gb ok error
            errors created updated deleted not found no claims forms veterans am pm utc est edt more left total
            done failed retries batches queries threads workers processes that then changed because if when as
            it its each which""");

    private Addresses() {}

    /** An address whose house number stands from start to end. */
    static @Nullable Match at(Window window, int start, int end) {
        if (!mayStartAt(window, start)) {
            return null;
        }
        int index = Chars.isUpper(window.at(end)) && isGap(window, end + 1) ? end + 1 : end;
        boolean capitals = true;
        for (int words = 0; words < MOST_WORDS && isGap(window, index); words++) {
            int wordStart = index + (window.startsWith(index, "%20") ? 3 : 1);
            int wordEnd = endOfWord(window, wordStart);
            if (wordEnd == wordStart || wordEnd - wordStart > LONGEST_WORD) {
                return null;
            }
            String word = window.text(wordStart, wordEnd).toLowerCase(Locale.ROOT);
            capitals &= !Chars.isLower(window.at(wordStart));
            if (words > 0 && isStreet(window, word, wordEnd, capitals)) {
                return new Match(STREET_ADDRESS, start, withUnit(window, wordEnd));
            }
            if (NO_NAMES.contains(word) && !(word.length() == 1 && capitals)) {
                return null;
            }
            index = window.at(wordEnd) == '.' && word.length() <= 3 ? wordEnd + 1 : wordEnd;
        }
        return null;
    }

    /** "P.O. Box 123", where its P stands. */
    static @Nullable Match postBox(Window window, int start) {
        int name = Chars.isWord(window.at(start - 1)) ? -1 : endOfPostOffice(window, start);
        if (name < 0 || !window.startsWithIgnoringCase(name, "box ")) {
            return null;
        }
        int number = window.at(name + 4) == '#' ? name + 5 : name + 4;
        int end = window.digitsFrom(number, 7);
        return end > number ? new Match(STREET_ADDRESS, start, end) : null;
    }

    private static int endOfPostOffice(Window window, int start) {
        if (window.startsWithIgnoringCase(start, "post office ")) {
            return start + "post office ".length();
        }
        int index = start + 1;
        index += window.at(index) == '.' ? 1 : 0;
        index += window.at(index) == ' ' ? 1 : 0;
        if (Chars.lower(window.at(index)) != 'o') {
            return -1;
        }
        index += window.at(index + 1) == '.' ? 2 : 1;
        return window.at(index) == ' ' ? index + 1 : index;
    }

    private static boolean mayStartAt(Window window, int start) {
        char before = window.at(start - 1);
        return window.endsPercentAt(start) || (!Chars.isWord(before) && "-./#$_%+*&@".indexOf(before) < 0);
    }

    private static boolean isGap(Window window, int index) {
        return window.at(index) == ' ' || window.at(index) == '+' || window.startsWith(index, "%20");
    }

    private static int endOfWord(Window window, int start) {
        int end = start;
        while (end - start <= LONGEST_WORD && (Chars.isWord(window.at(end)) || joins(window, start, end))) {
            end++;
        }
        return end;
    }

    private static boolean joins(Window window, int start, int index) {
        char c = window.at(index);
        return (c == '\'' || c == '-') && index > start && Chars.isLetter(window.at(index + 1));
    }

    private static boolean isStreet(Window window, String word, int end, boolean capitals) {
        char after = window.at(end);
        boolean ends =
                !Chars.isWord(after) && after != '_' && after != '=' && after != '(' && !window.startsWith(end, "::");
        return ends
                && ((STREETS.contains(word) && !goesOnSmall(window, word, end))
                        || (capitals && STREETS_IN_CAPITALS.contains(word) && !goesOn(window, end)));
    }

    /** "12 new st entries": what is short and written small ends its phrase, or a flat follows. */
    private static boolean goesOnSmall(Window window, String word, int end) {
        return word.length() <= 3
                && Chars.isLower(window.at(end - 1))
                && Chars.isLower(window.at(end - word.length()))
                && window.at(end) == ' '
                && Chars.isLower(window.at(end + 1))
                && withUnit(window, end) == end;
    }

    /** More words with capitals behind it make it a title, unless a state follows: "9 Cedar Court Denver CO". */
    private static boolean goesOn(Window window, int end) {
        if (window.at(end) != ' ' || !Chars.isUpper(window.at(end + 1)) || !Chars.isLower(window.at(end + 2))) {
            return false;
        }
        for (int i = end; i < end + LONGEST_CITY && !Chars.isLineEnd(window.at(i)); i++) {
            boolean state = window.at(i) == ' '
                    && Chars.isUpper(window.at(i + 1))
                    && Chars.isUpper(window.at(i + 2))
                    && !Chars.isWord(window.at(i + 3));
            if (state || window.at(i) == ',') {
                return false;
            }
        }
        return true;
    }

    /** The flat belongs to the address: "123 Main St Apt 4B", "123 Main St #4". */
    private static int withUnit(Window window, int end) {
        int index = window.at(end) == '.' ? end + 1 : end;
        while (index - end < 3 && (window.at(index) == ' ' || window.at(index) == ',')) {
            index++;
        }
        for (String unit : new String[] {"apt", "unit", "suite", "ste", "#"}) {
            if (window.startsWithIgnoringCase(index, unit)) {
                int number = index + unit.length();
                while (number - index < 8
                        && (window.at(number) == ' ' || window.at(number) == '.' || window.at(number) == '#')) {
                    number++;
                }
                int numberEnd = number;
                while (numberEnd - number < 6 && Chars.isWord(window.at(numberEnd))) {
                    numberEnd++;
                }
                return numberEnd > number ? numberEnd : end;
            }
        }
        return end;
    }
}
