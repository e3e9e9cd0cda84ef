package io.rakegate.evidence.personaldata;

import java.util.Locale;
import java.util.Set;

/** The shapes a date has in logs and in letters. Whether it is somebody's birth says its label. */
final class Dates {

    private static final int LONGEST_MONTH = 9;
    private static final Set<String> MONTHS = Words.of("""
            jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august
            september october november december""");

    private Dates() {}

    /**
     * Index after the date whose first digits stand from start to end.
     *
     * @return -1 if it is no date
     */
    static int endOf(Window window, int start, int end) {
        return switch (end - start) {
            case 4 -> isYear(window.number(start, end)) ? endOfYearFirst(window, end) : -1;
            case 1, 2 -> endOfDayOrMonthFirst(window, start, end);
            case 8 -> isCompact(window, start) ? end : -1;
            default -> -1;
        };
    }

    /** Where a date starts whose first digits stand here: at the name of its month, if that goes before. */
    static int startOf(Window window, int start) {
        int monthEnd = skipBack(window, start);
        int monthStart = monthEnd;
        while (monthEnd - monthStart <= LONGEST_MONTH && Chars.isLetter(window.at(monthStart - 1))) {
            monthStart--;
        }
        return isMonth(window, monthStart, monthEnd) ? monthStart : start;
    }

    private static int skipBack(Window window, int start) {
        int index = start;
        while (start - index < 2 && (window.at(index - 1) == ' ' || window.at(index - 1) == '.')) {
            index--;
        }
        return index;
    }

    private static boolean isYear(int number) {
        return number >= 1880 && number <= 2039;
    }

    private static boolean isCompact(Window window, int start) {
        int first = window.number(start, start + 4);
        int last = window.number(start + 4, start + 8);
        return (isYear(first) && isMonthAndDay(last)) || (isMonthAndDay(first) && isYear(last));
    }

    private static boolean isMonthAndDay(int number) {
        int month = number / 100;
        int day = number % 100;
        return month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }

    /** 1980-01-05, 1980/1/5 and Ruby's {@code Date.new(1980, 1, 5)}. */
    private static int endOfYearFirst(Window window, int end) {
        int second = afterSeparator(window, end);
        int secondEnd = window.digitsFrom(second, 3);
        if (second == end || secondEnd == second || secondEnd - second > 2) {
            return -1;
        }
        int third = afterSeparator(window, secondEnd);
        int thirdEnd = window.digitsFrom(third, 3);
        return third == secondEnd || thirdEnd == third || thirdEnd - third > 2 ? -1 : thirdEnd;
    }

    /** 1/5/1980, 05-01-80, 5 January 1980, and the "5, 1980" of January 5, 1980. */
    private static int endOfDayOrMonthFirst(Window window, int start, int end) {
        int byName = endOfNamedMonth(window, start, end);
        if (byName > 0) {
            return byName;
        }
        int second = afterSeparator(window, end);
        int secondEnd = window.digitsFrom(second, 3);
        if (second == end || window.at(end) == ',' || secondEnd == second || secondEnd - second > 2) {
            return -1;
        }
        int third = afterSeparator(window, secondEnd);
        int thirdEnd = window.digitsFrom(third, 5);
        int length = thirdEnd - third;
        return third != secondEnd && (length == 4 || length == 2) ? thirdEnd : -1;
    }

    private static int endOfNamedMonth(Window window, int start, int end) {
        int index = end;
        if (Chars.isLetter(window.at(index)) && isOrdinal(window, index)) {
            index += 2;
        }
        index = skipSeparators(window, index);
        if (startOf(window, start) == start) {
            int monthEnd = index;
            while (monthEnd - index <= LONGEST_MONTH && Chars.isLetter(window.at(monthEnd))) {
                monthEnd++;
            }
            if (!isMonth(window, index, monthEnd)) {
                return -1;
            }
            index = skipSeparators(window, monthEnd);
        }
        return window.hasDigits(index, 4) && isYear(window.number(index, index + 4)) ? index + 4 : -1;
    }

    private static boolean isOrdinal(Window window, int index) {
        return window.startsWithIgnoringCase(index, "st")
                || window.startsWithIgnoringCase(index, "nd")
                || window.startsWithIgnoringCase(index, "rd")
                || window.startsWithIgnoringCase(index, "th");
    }

    private static int skipSeparators(Window window, int from) {
        int index = from;
        while (index - from < 6
                && (window.at(index) == ' '
                        || window.at(index) == ','
                        || window.at(index) == '.'
                        || window.at(index) == '-'
                        || window.at(index) == '/'
                        || window.startsWith(index, "of ")
                        || window.startsWith(index, "f "))) {
            index++;
        }
        return index;
    }

    private static int afterSeparator(Window window, int index) {
        if (window.startsWithIgnoringCase(index, "%2f")) {
            return index + 3;
        }
        return switch (window.at(index)) {
            case '-', '/', '.' -> index + 1;
            case ',' -> window.at(index + 1) == ' ' ? index + 2 : index + 1;
            default -> index;
        };
    }

    private static boolean isMonth(Window window, int start, int end) {
        return end - start >= 3
                && end - start <= LONGEST_MONTH
                && MONTHS.contains(window.text(start, end).toLowerCase(Locale.ROOT));
    }
}
