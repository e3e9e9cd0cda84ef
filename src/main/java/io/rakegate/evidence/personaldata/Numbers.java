package io.rakegate.evidence.personaldata;

import static io.rakegate.evidence.personaldata.PersonalDataKind.BIRTH_DATE;
import static io.rakegate.evidence.personaldata.PersonalDataKind.EDIPI;
import static io.rakegate.evidence.personaldata.PersonalDataKind.ICN;
import static io.rakegate.evidence.personaldata.PersonalDataKind.PHONE;
import static io.rakegate.evidence.personaldata.PersonalDataKind.SSN;

import org.jspecify.annotations.Nullable;

/** What starts with a digit: identifiers, dates of birth, phone numbers, street addresses. */
final class Numbers {

    private static final int LONGEST = 24;

    private Numbers() {}

    /**
     * What starts at a digit that has no digit before it.
     *
     * @return null if it is none of it
     */
    static @Nullable Match at(Window window, int start) {
        if (window.endsPercentAt(start + 2) && window.at(start - 1) == '%') {
            return Chars.isDigit(window.at(start + 2)) ? at(window, start + 2) : null;
        }
        int end = window.digitsFrom(start, LONGEST);
        int length = end - start;
        if (length == 10 && isIcn(window, end)) {
            return new Match(ICN, start, end + 7);
        }
        if (length > 17 || !mayStartAt(window, start, end)) {
            return null;
        }
        Match match = length == 3 ? grouped(window, start) : null;
        if (match == null && length >= 7) {
            match = bare(window, start, end);
        }
        if (match == null && (length <= 4 || length == 8)) {
            match = birthDate(window, start, end);
        }
        if (match == null && length == 1) {
            match = Phones.withCountryCode(window, start);
        }
        return match == null && length <= 6 ? Addresses.at(window, start, end) : match;
    }

    private static boolean isIcn(Window window, int end) {
        return Chars.lower(window.at(end)) == 'v'
                && window.hasDigits(end + 1, 6)
                && !Chars.isLetter(window.at(end + 7));
    }

    /** Inside of words, decimals, versions and UUIDs nothing starts. */
    private static boolean mayStartAt(Window window, int start, int end) {
        char before = window.at(start - 1);
        if (before == '.' && Chars.isDigit(window.at(start - 2))) {
            return false;
        }
        if (before == ',' && Chars.isDigit(window.at(start - 2)) && end - start == 3) {
            return window.at(end) == '-';
        }
        return !Chars.isLetter(before) || window.endsPercentAt(start) || isEscape(window, start);
    }

    /** The letter of {@code \n} or {@code \t} in text that was escaped is no part of a word. */
    private static boolean isEscape(Window window, int start) {
        char letter = window.at(start - 1);
        return (letter == 'n' || letter == 't' || letter == 'r') && window.at(start - 2) == '\\';
    }

    static boolean endsAt(Window window, int end) {
        char after = window.at(end);
        char next = window.at(end + 1);
        if (after == '-' || after == '.') {
            return !Chars.isDigit(next) && !(after == '-' && Chars.isLetter(next));
        }
        return !Chars.isWord(after) && after != '_';
    }

    /** Three digits, then more in groups: 123-45-6789, 202-555-0143. */
    private static @Nullable Match grouped(Window window, int start) {
        char separator = window.at(start + 3);
        if (window.hasDigits(start + 4, 2)
                && window.at(start + 6) == separator
                && window.hasDigits(start + 7, 4)
                && endsAt(window, start + 11)) {
            return groupedSsn(window, start, separator);
        }
        return Phones.grouped(window, start);
    }

    private static @Nullable Match groupedSsn(Window window, int start, char separator) {
        boolean zero = window.number(start, start + 3) == 0 && window.number(start + 7, start + 11) == 0;
        boolean obvious = separator == '-' && window.at(start - 1) != '-';
        boolean labelled = (separator == '-' || separator == ' ' || separator == '.')
                && Context.before(window, start, Labels.SSN, SSN);
        return !zero && (obvious || labelled) ? new Match(SSN, start, start + 11) : null;
    }

    /** Digits only: what they are says the label alone. */
    private static @Nullable Match bare(Window window, int start, int end) {
        if (!endsAt(window, end)) {
            return null;
        }
        int length = end - start;
        if (length == 9 && isLabelled(window, start, end, Labels.SSN, SSN)) {
            return new Match(SSN, start, end);
        }
        if (length == 10 && isLabelled(window, start, end, Labels.EDIPI, EDIPI)) {
            return new Match(EDIPI, start, end);
        }
        boolean phone = length == 7 || length == 10 || (length == 11 && window.at(start) == '1');
        return phone && Context.before(window, start, Labels.PHONE, PHONE) ? new Match(PHONE, start, end) : null;
    }

    private static boolean isLabelled(Window window, int start, int end, int meaning, PersonalDataKind kind) {
        return Context.before(window, start, meaning, kind) || Context.after(window, end, meaning);
    }

    private static @Nullable Match birthDate(Window window, int start, int end) {
        int dateEnd = Dates.endOf(window, start, end);
        if (dateEnd < 0) {
            return null;
        }
        int dateStart = Dates.startOf(window, start);
        return Context.before(window, dateStart, Labels.BIRTH, BIRTH_DATE)
                ? new Match(BIRTH_DATE, dateStart, dateEnd)
                : null;
    }
}
