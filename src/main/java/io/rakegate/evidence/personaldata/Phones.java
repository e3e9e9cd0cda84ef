package io.rakegate.evidence.personaldata;

import static io.rakegate.evidence.personaldata.PersonalDataKind.PHONE;

import org.jspecify.annotations.Nullable;

/** Phone numbers as the North American plan writes them, and international ones that start with a plus. */
final class Phones {

    private static final int SHORTEST_INTERNATIONAL = 10;
    private static final int LONGEST_INTERNATIONAL = 15;

    private Phones() {}

    /** 202-555-0143, 202.555.0143, 202 555-0143; with blanks only where a label says that it is one. */
    static @Nullable Match grouped(Window window, int start) {
        int end = endOfGroups(window, start);
        if (end < 0) {
            return null;
        }
        char first = window.at(start + 3);
        char second = window.at(start + 7);
        boolean obvious = (first == '-' && second == '-' && window.at(start - 1) != '-')
                || (first == ' ' && second == '-' && isExchange(window, start + 4))
                || (first == '.' && second == '.' && isExchange(window, start + 4));
        return obvious || Context.before(window, start, Labels.PHONE, PHONE) ? new Match(PHONE, start, end) : null;
    }

    /** 1-202-555-0143, 1 (202) 555-0143. */
    static @Nullable Match withCountryCode(Window window, int start) {
        if (window.at(start) != '1') {
            return null;
        }
        char separator = window.at(start + 1);
        if (separator != '-' && separator != '.' && separator != ' ') {
            return null;
        }
        if (window.at(start + 2) == '(') {
            Match inner = inBrackets(window, start + 2);
            return inner == null ? null : new Match(PHONE, start, inner.end());
        }
        int end = window.hasDigits(start + 2, 3) ? endOfGroups(window, start + 2) : -1;
        boolean obvious = separator == '-' && window.at(start + 5) == '-' && window.at(start + 9) == '-';
        return end > 0 && (obvious || Context.before(window, start, Labels.PHONE, PHONE))
                ? new Match(PHONE, start, end)
                : null;
    }

    /** (202) 555-0143. */
    static @Nullable Match inBrackets(Window window, int start) {
        if (!isAreaCode(window, start + 1) || !window.hasDigits(start + 1, 3) || window.at(start + 4) != ')') {
            return null;
        }
        int exchange = start + 5;
        if (isSeparator(window.at(exchange))) {
            exchange++;
        }
        if (!window.hasDigits(exchange, 3) && !window.hasDigits(exchange, 7)) {
            return null;
        }
        int line = exchange + 3;
        if (isSeparator(window.at(line))) {
            line++;
        }
        return window.hasDigits(line, 4) ? new Match(PHONE, start, line + 4) : null;
    }

    /** +1 202 555 0143, +442079460958. */
    static @Nullable Match international(Window window, int start) {
        if (Chars.isWord(window.at(start - 1)) || window.at(start - 1) == '+') {
            return null;
        }
        int digits = 0;
        int index = start + 1;
        int end = index;
        while (index - start < 24) {
            char c = window.at(index);
            if (Chars.isDigit(c)) {
                digits++;
                end = index + 1;
            } else if ((!isSeparator(c) && c != '(' && c != ')') || !mayFollow(window, index)) {
                break;
            }
            index++;
        }
        boolean phone = digits >= SHORTEST_INTERNATIONAL
                && digits <= LONGEST_INTERNATIONAL
                && window.at(start + 1) != '0'
                && Numbers.endsAt(window, end);
        return phone ? new Match(PHONE, start, end) : null;
    }

    private static boolean mayFollow(Window window, int index) {
        char next = window.at(index + 1);
        return Chars.isDigit(next) || next == '(' || (next == ' ' && window.at(index) == ')');
    }

    private static int endOfGroups(Window window, int start) {
        boolean shape = isAreaCode(window, start)
                && isSeparator(window.at(start + 3))
                && window.hasDigits(start + 4, 3)
                && isSeparator(window.at(start + 7))
                && window.hasDigits(start + 8, 4);
        return shape && Numbers.endsAt(window, start + 12) ? start + 12 : -1;
    }

    private static boolean isAreaCode(Window window, int index) {
        return window.at(index) >= '2' && window.at(index) <= '9';
    }

    private static boolean isExchange(Window window, int index) {
        return window.at(index) >= '2' && window.at(index) <= '9';
    }

    private static boolean isSeparator(char c) {
        return c == '-' || c == '.' || c == ' ';
    }
}
