package io.rakegate.pullrequest;

/** GitHub could not be asked: an outage, a time-out, a rate limit, or an answer that makes no sense. Try again later. */
public final class PullRequestsUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what was asked and how it failed. */
    public PullRequestsUnavailable(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** Says what was asked and how it failed. */
    public PullRequestsUnavailable(String sentence) {
        super(sentence);
    }
}
