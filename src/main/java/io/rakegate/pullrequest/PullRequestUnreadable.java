package io.rakegate.pullrequest;

/** GitHub answered, and the answer is that this pull request is not there or not for Rakegate to see. */
public final class PullRequestUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says which pull request and why, in a sentence for the person who named it. */
    public PullRequestUnreadable(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** Says which pull request and why, in a sentence for the person who named it. */
    public PullRequestUnreadable(String sentence) {
        super(sentence);
    }
}
