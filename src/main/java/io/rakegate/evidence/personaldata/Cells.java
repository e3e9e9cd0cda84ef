package io.rakegate.evidence.personaldata;

import org.jspecify.annotations.Nullable;

/** What a cell of a table holds, when the name of its column says what to expect. */
final class Cells {

    private Cells() {}

    /** The kind of personal data in a cell; null if there is none, or it is masked. */
    static @Nullable PersonalDataKind kindOf(String cell, int meaning) {
        if (meaning == 0 || Values.isMasked(cell)) {
            return null;
        }
        int digits = (int) cell.chars().filter(c -> c >= '0' && c <= '9').count();
        boolean number = digits > 0 && cell.chars().noneMatch(Character::isLetter);
        return switch (meaning) {
            case Labels.SSN -> number && digits == 9 ? PersonalDataKind.SSN : null;
            case Labels.EDIPI -> number && digits == 10 ? PersonalDataKind.EDIPI : null;
            case Labels.BIRTH -> digits >= 4 && digits <= 14 && cell.length() >= 6 ? PersonalDataKind.BIRTH_DATE : null;
            case Labels.PHONE -> number && digits >= 7 && digits <= 15 ? PersonalDataKind.PHONE : null;
            case Labels.NAME -> Values.isName(cell, true) ? PersonalDataKind.NAME : null;
            case Labels.NAME_PART -> Values.isNamePart(cell, true) ? PersonalDataKind.NAME : null;
            case Labels.ADDRESS -> digits > 0 && !number ? PersonalDataKind.STREET_ADDRESS : null;
            case Labels.PASSWORD -> Values.isPassword(cell, true) && !number ? PersonalDataKind.CREDENTIAL : null;
            case Labels.SECRET -> Values.isSecret(cell) ? PersonalDataKind.TOKEN : null;
            default -> null;
        };
    }
}
