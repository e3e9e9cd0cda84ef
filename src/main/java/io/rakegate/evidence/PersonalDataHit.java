package io.rakegate.evidence;

import org.jspecify.annotations.Nullable;

/**
 * One place in a text where personal data or a secret was found, without saying what stands there.
 *
 * @param kind what it looks like, such as "social security number"
 * @param line the line it starts on, from 1
 * @param column the character of that line it starts at, from 1
 * @param masked its shape, with every letter and digit replaced by a star
 * @param field the field it was typed into, {@code file} for the name of the file; null if it stands in the file
 */
public record PersonalDataHit(
        String kind,
        long line,
        long column,
        String masked,
        @Nullable String field) {

    /** A place in a file, or in a text of which it is known which one it is. */
    public PersonalDataHit(String kind, long line, long column, String masked) {
        this(kind, line, column, masked, null);
    }

    /** The same place, in what was typed into a field. */
    PersonalDataHit in(String typedInto) {
        return new PersonalDataHit(kind, line, column, masked, typedInto);
    }

    /** What was found and where, in words: "line 12: social security number ***-**-****". */
    public String inWords() {
        return place() + ": " + kind + " " + masked;
    }

    private String place() {
        if (field == null) {
            return "line " + line;
        }
        return field.equals("file") ? "the file's name" : "what was typed as " + field;
    }
}
