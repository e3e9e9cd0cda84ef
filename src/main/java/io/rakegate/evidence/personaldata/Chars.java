package io.rakegate.evidence.personaldata;

/** Characters as the detectors see them: ASCII, with its look-alikes folded onto it. */
final class Chars {

    private Chars() {}

    static boolean isDigit(char c) {
        return between(c, '0', '9');
    }

    static boolean isUpper(char c) {
        return between(c, 'A', 'Z') || (c > 127 && Character.isUpperCase(c));
    }

    static boolean isLower(char c) {
        return between(c, 'a', 'z') || (c > 127 && Character.isLetter(c) && !Character.isUpperCase(c));
    }

    static boolean isLetter(char c) {
        return between(c, 'a', 'z') || between(c, 'A', 'Z') || (c > 127 && Character.isLetter(c));
    }

    /** A letter or digit. */
    static boolean isWord(char c) {
        return isDigit(c) || isLetter(c);
    }

    static boolean isQuote(char c) {
        return c == '"' || c == '\'' || c == '`';
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    static boolean isHex(char c) {
        return isDigit(c) || between(c, 'A', 'F') || between(c, 'a', 'f');
    }

    static char lower(char c) {
        return between(c, 'A', 'Z') ? (char) (c | 0x20) : c;
    }

    /** The ASCII character that a dash, blank, quote or full-width character stands for; itself if it is none. */
    static char fold(char c) {
        if (between(c, '\u2010', '\u2015') || c == 0x2212 || c == 0xfe58 || c == 0xfe63) {
            return '-';
        }
        if (c == 0xa0 || between(c, '\u2000', '\u200a') || c == 0x202f || c == 0x3000) {
            return ' ';
        }
        if (between(c, '\uff01', '\uff5e')) {
            return (char) (c - 0xfee0);
        }
        return switch (c) {
            case 0x201c, 0x201d, 0x201e, 0xab, 0xbb -> '"';
            case 0x2018, 0x2019, 0x201a -> '\'';
            case 0x2192, 0x21d2 -> '>';
            default -> c;
        };
    }

    private static boolean between(char c, char first, char last) {
        return c >= first && c <= last;
    }
}
