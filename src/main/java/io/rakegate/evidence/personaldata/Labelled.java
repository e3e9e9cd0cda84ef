package io.rakegate.evidence.personaldata;

import static io.rakegate.evidence.personaldata.PersonalDataKind.CREDENTIAL;
import static io.rakegate.evidence.personaldata.PersonalDataKind.NAME;
import static io.rakegate.evidence.personaldata.PersonalDataKind.STREET_ADDRESS;
import static io.rakegate.evidence.personaldata.PersonalDataKind.TOKEN;

import org.jspecify.annotations.Nullable;

/** What only its label gives away: names, passwords, secrets, lines of an address. */
final class Labelled {

    private static final int MOST_GLUE = 8;

    private static final int WANTED = Labels.NAME
            | Labels.ANY_NAME
            | Labels.PERSON
            | Labels.NAME_PART
            | Labels.PASSWORD
            | Labels.SECRET
            | Labels.ADDRESS
            | Labels.AUTHORIZATION;

    private Labelled() {}

    /**
     * The value behind a separator that a label stands before.
     *
     * @param width 1, or 3 where the separator is percent-encoded
     */
    static @Nullable Match at(Window window, int separator, int width) {
        char c = window.at(separator);
        if (c == ':' && (window.at(separator + 1) == ':' || window.at(separator - 1) == ':')) {
            return null;
        }
        int labelEnd = skipBack(window, separator);
        long label = Labels.endingAt(window, labelEnd - 1);
        int meaning = Labels.meaningOf(label);
        if ((meaning & WANTED) == 0 || !fits(window, separator, Labels.startOf(label), labelEnd)) {
            return null;
        }
        Value value = Value.after(window, separator + width);
        if (value == null
                || (meaning == Labels.NAME_PART && "_-.".indexOf(window.at(Labels.startOf(label) - 1)) >= 0)) {
            return null;
        }
        boolean person = meaning == Labels.ANY_NAME || meaning == Labels.PERSON;
        return match(window, person ? value.withGivenName(window) : value, meaning);
    }

    private static @Nullable Match match(Window window, Value value, int meaning) {
        String text = window.text(value.start(), value.end());
        PersonalDataKind kind = switch (meaning) {
            case Labels.NAME -> value.anyOf(text, Values::isName) ? NAME : null;
            case Labels.ANY_NAME -> Values.isFullName(text, true) ? NAME : null;
            case Labels.PERSON -> Values.isFullName(text, false) ? NAME : null;
            case Labels.NAME_PART -> value.anyOf(text, Values::isNamePart) ? NAME : null;
            case Labels.PASSWORD -> value.anyOf(text, Values::isPassword) ? CREDENTIAL : null;
            case Labels.SECRET -> value.anyOf(text, (part, quoted) -> Values.isSecret(part)) ? TOKEN : null;
            case Labels.AUTHORIZATION -> isAuthorization(text) ? CREDENTIAL : null;
            case Labels.ADDRESS -> value.anyOf(text, Labelled::isAddressLine) ? STREET_ADDRESS : null;
            default -> null;
        };
        return kind == null ? null : new Match(kind, value.start(), value.end());
    }

    private static boolean isAddressLine(String text, boolean quoted) {
        boolean digit = text.chars().anyMatch(Character::isDigit);
        boolean letter = text.chars().anyMatch(Character::isLetter);
        return letter
                && (digit || quoted)
                && text.indexOf('@') < 0
                && text.indexOf(':') < 0
                && Values.isName(text.replace('#', ' ').replace('/', ' '), quoted);
    }

    private static boolean isAuthorization(String text) {
        int blank = text.indexOf(' ');
        return Values.isSecret(blank < 0 ? text : text.substring(blank + 1).strip());
    }

    /** Where a comma or an angle bracket separates, only certain shapes are label and value. */
    private static boolean fits(Window window, int separator, int labelStart, int labelEnd) {
        return switch (window.at(separator)) {
            case ',' -> Chars.isQuote(window.at(labelEnd)) && startOfList(window, labelStart);
            case '>' ->
                window.at(separator - 1) != '=' && window.at(separator - 1) != '-' && startOfTag(window, labelStart);
            case '|' -> window.at(separator - 1) != '|' && window.at(separator + 1) != '|';
            case '=' -> window.at(separator - 1) != '!';
            default -> true;
        };
    }

    /** {@code ["first_name", "Mary"]}: how Rails logs the values of a statement. */
    private static boolean startOfList(Window window, int labelStart) {
        int index = labelStart - 1;
        while (labelStart - index < 24 && (Chars.isWord(window.at(index)) || window.at(index) == '_')) {
            index--;
        }
        if (!Chars.isQuote(window.at(index))) {
            return false;
        }
        index -= window.at(index - 1) == '\\' ? 2 : 1;
        return window.at(index) == '[';
    }

    private static boolean startOfTag(Window window, int labelStart) {
        int index = labelStart - 1;
        while (labelStart - index < 24
                && (Chars.isWord(window.at(index)) || window.at(index) == '_' || window.at(index) == ':')) {
            index--;
        }
        return window.at(index) == '<';
    }

    private static int skipBack(Window window, int separator) {
        int index = separator;
        while (separator - index < MOST_GLUE) {
            if (window.endsPercentAt(index)) {
                index -= 3;
            } else if (" \t\"'`\\]*)=.".indexOf(window.at(index - 1)) >= 0) {
                index--;
            } else {
                break;
            }
        }
        return index;
    }
}
