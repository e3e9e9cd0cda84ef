package io.rakegate.sandbox.slack;

/** What can go wrong with a call. */
enum Mishap {
    /** HTTP status 500; nothing is done. */
    SERVER_ERROR,
    /** HTTP status 429 with {@code Retry-After}; nothing is done. */
    RATE_LIMITED,
    /** The call is done, then answered with HTTP status 500. */
    SERVER_ERROR_AFTERWARDS,
    /** The call is done, then the connection breaks in the middle of the answer. */
    BROKEN_CONNECTION_AFTERWARDS
}
