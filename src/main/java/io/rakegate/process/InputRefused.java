package io.rakegate.process;

/** What somebody entered does not fit; the sentence says why and what to do. Nothing has changed. */
public final class InputRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    /** Names the field and says what is wrong with it, to the person who entered it. */
    public InputRefused(String field, String sentence) {
        super(sentence);
        this.field = field;
    }

    /** Name of the field, as in the form and in the interface. */
    public String field() {
        return field;
    }
}
