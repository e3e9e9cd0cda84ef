package io.rakegate.process;

/** Somebody may not do what they tried; the sentence says why and what to do. Nothing has changed. */
public final class ActRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says to the acting person why not, and what to do instead. */
    public ActRefused(String sentence) {
        super(sentence);
    }
}
