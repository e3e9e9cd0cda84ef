package io.rakegate.evidence.personaldata;

import java.util.Locale;
import java.util.Set;

/** Tells what a person's name, password or key looks like from what else stands behind a label. */
final class Values {

    private static final int SHORTEST_SECRET = 8;
    private static final int SURELY_SECRET = 20;

    private static final Set<String> NOTHING = Words.of("""
            nil null none undefined true false yes no string text varchar symbol integer boolean character char
            type object array hash date datetime uuid n/a na unknown blank empty missing required optional
            invalid valid present absent redacted filtered masked removed hidden omitted encrypted expired asc
            desc not is was has can't cannot can must should may does doesn't did set unset changed unchanged
            updated reset ok and or in on for the a an found default example first last middle name email phone
            id ssn dob status value values column field mismatch matches match incorrect verified accepted
            rejected refreshed revoked issued created deleted authentication count like select from where test
            settings env""");

    /** What people's titles and states are called in logs, with capitals where a sentence has them. */
    private static final Set<String> NO_SURNAMES = Words.of("""
            account address api benefit benefits batch case center claim claims class client code controller data
            document eligibility entity error evidence export facility file form forms group health history identity
            import job list lookup mapper model notification number object page portal profile query queue rails record
            records report request response resource role search section serializer service session status step store
            submission submitted submit sync system table task team test type update upload user users validation
            verification view worker""");

    private Values() {}

    /** Whether a value says that it was taken out: [FILTERED], ****, xxxx, %{x}, ${X}, $1, ?. */
    static boolean isMasked(String value) {
        String plain = value.strip().toLowerCase(Locale.ROOT);
        if (plain.isEmpty() || NOTHING.contains(plain) || isPlaceholder(plain)) {
            return true;
        }
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Chars.isDigit(c) || (Chars.isLetter(c) && c != 'x')) {
                return false;
            }
        }
        return true;
    }

    /** Whether a value is a person's name. */
    static boolean isName(String value, boolean quoted) {
        if (isMasked(value) || value.length() > 60) {
            return false;
        }
        boolean letter = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ("_$#{}<>/:=@[]()|!?*;".indexOf(c) >= 0 || c < ' ') {
                return false;
            }
            letter |= Chars.isLetter(c);
        }
        return letter && !isProse(value) && (quoted || !isMethodCall(value));
    }

    /** Whether a quoted value behind "first" or "last" is a part of a name: one word or two, with capitals. */
    static boolean isNamePart(String value, boolean quoted) {
        return quoted
                && isName(value, true)
                && Chars.isUpper(value.charAt(0))
                && !hasDigit(value)
                && value.indexOf(' ') == value.lastIndexOf(' ');
    }

    /**
     * Whether a value is a name of two words or more: "Mary Smith", "Smith, Mary".
     *
     * @param known whether one of them has to be a common given name, because its label says little
     */
    static boolean isFullName(String value, boolean known) {
        String[] words = value.strip().split("[ ,]+", 5);
        if (words.length < 2 || words.length > 4) {
            return false;
        }
        boolean given = !known;
        for (String word : words) {
            if (word.isEmpty() || !Chars.isUpper(word.charAt(0)) || !isName(word, true) || hasDigit(word)) {
                return false;
            }
            if (NO_SURNAMES.contains(word.toLowerCase(Locale.ROOT))) {
                return false;
            }
            given |= GivenNames.contains(word);
        }
        return given;
    }

    /** Whether a value can be a password. */
    static boolean isPassword(String value, boolean quoted) {
        if (isMasked(value) || isCode(value) || isProse(value) || isPath(value)) {
            return false;
        }
        return quoted ? value.charAt(0) != ' ' : value.length() >= 4 || hasDigit(value);
    }

    /** Whether a value can be a token or key: long, and not a word. */
    static boolean isSecret(String value) {
        if (isMasked(value)
                || isCode(value)
                || value.indexOf(' ') >= 0
                || isPath(value)
                || value.length() < SHORTEST_SECRET) {
            return false;
        }
        boolean letter = false;
        for (int i = 0; i < value.length() && !letter; i++) {
            letter = Chars.isLetter(value.charAt(i));
        }
        return letter && (hasDigit(value) || (value.length() >= SURELY_SECRET && value.indexOf('_') < 0));
    }

    private static boolean isPlaceholder(String plain) {
        return plain.startsWith("[filtered")
                || plain.startsWith("[redacted")
                || plain.startsWith("filtered]")
                || plain.startsWith("redacted]")
                || plain.startsWith("[masked")
                || plain.startsWith("<")
                || plain.startsWith("${")
                || plain.startsWith("#{")
                || plain.startsWith("%{")
                || plain.startsWith("{{")
                || isVariable(plain);
    }

    /** A dollar sign begins a variable; $2 begins what bcrypt makes of a password. */
    private static boolean isVariable(String plain) {
        return plain.length() > 1
                && plain.charAt(0) == '$'
                && Chars.isWord(plain.charAt(1))
                && !(plain.startsWith("$2") && plain.length() > 10);
    }

    /** Where a value would come from in code: ENV['X'], Settings.x.y, params[:x]. */
    private static boolean isCode(String value) {
        return value.startsWith("ENV")
                || value.startsWith("Settings.")
                || value.startsWith("Rails.")
                || value.startsWith(":")
                || value.startsWith("params[")
                || value.contains("::");
    }

    private static boolean isPath(String value) {
        return (value.startsWith("/") || value.startsWith("~/") || value.startsWith("./")) && value.indexOf('/', 2) > 0;
    }

    /** "can't be blank", "is too short": a sentence about a field, not its value. */
    private static boolean isProse(String value) {
        int blank = value.indexOf(' ');
        return blank > 0 && NOTHING.contains(value.substring(0, blank).toLowerCase(Locale.ROOT));
    }

    private static boolean isMethodCall(String value) {
        int dot = value.indexOf('.');
        return dot > 1 && dot + 1 < value.length() && Chars.isLetter(value.charAt(dot + 1));
    }

    private static boolean hasDigit(String value) {
        return value.chars().anyMatch(c -> c >= '0' && c <= '9');
    }
}
