package io.rakegate.evidence.personaldata;

/**
 * One place where something was found, without saying what stands there.
 *
 * @param kind what it looks like
 * @param line the line it starts on, from 1
 * @param column the character of that line it starts at, from 1
 * @param masked its shape, with every letter and digit replaced by a star
 */
public record Hit(PersonalDataKind kind, long line, long column, String masked) {

    private static final int LONGEST_MASK = 40;

    static Hit of(PersonalDataKind kind, long line, long column, char[] text, int start, int end) {
        StringBuilder masked = new StringBuilder();
        for (int i = start; i < end && masked.length() < LONGEST_MASK; i++) {
            masked.append(Chars.isWord(text[i]) ? '*' : text[i] < ' ' ? ' ' : text[i]);
        }
        return new Hit(kind, line, column, end - start > LONGEST_MASK ? masked + "…" : masked.toString());
    }
}
