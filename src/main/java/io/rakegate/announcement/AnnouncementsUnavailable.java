package io.rakegate.announcement;

/** The channel could not be reached, or refused the message; the sentence says which and why. */
public final class AnnouncementsUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what was to be announced and how it failed. */
    public AnnouncementsUnavailable(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** Says what was to be announced and how it failed. */
    public AnnouncementsUnavailable(String sentence) {
        super(sentence);
    }
}
