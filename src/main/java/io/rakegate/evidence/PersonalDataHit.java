package io.rakegate.evidence;

/**
 * One place in a text where personal data or a secret was found, without saying what stands there.
 *
 * @param kind what it looks like, such as "social security number"
 * @param line the line it starts on, from 1
 * @param column the character of that line it starts at, from 1
 * @param masked its shape, with every letter and digit replaced by a star
 */
public record PersonalDataHit(String kind, long line, long column, String masked) {

    /** What was found and where, in words: "line 12: social security number ***-**-****". */
    public String inWords() {
        return "line " + line + ": " + kind + " " + masked;
    }
}
