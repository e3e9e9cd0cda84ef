package io.rakegate.sandbox.slack;

/** Slack says no, in its own word such as {@code channel_not_found}. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String error;

    Refused(String error) {
        super(error);
        this.error = error;
    }

    String error() {
        return error;
    }
}
