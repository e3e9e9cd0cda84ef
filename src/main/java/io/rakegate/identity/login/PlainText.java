package io.rakegate.identity.login;

/** Texts that can be stored, recorded and sent back: without the character NUL and without half a character. */
final class PlainText {

    /** What is said of a text that cannot be. */
    static final String REFUSAL = "A text has the character NUL or half a character in it, which cannot be kept.";

    private PlainText() {}

    /** Whether a text can be kept as it is. */
    static boolean is(String text) {
        for (int at = 0; at < text.length(); at++) {
            char one = text.charAt(at);
            boolean pair = Character.isHighSurrogate(one)
                    && at + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(at + 1));
            if (one == 0 || (Character.isSurrogate(one) && !pair)) {
                return false;
            }
            at += pair ? 1 : 0;
        }
        return true;
    }
}
