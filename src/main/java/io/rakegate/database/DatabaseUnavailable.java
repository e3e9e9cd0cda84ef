package io.rakegate.database;

import org.jspecify.annotations.Nullable;

/** There is no database to run on: says why, and what the person who starts the application can do about it. */
final class DatabaseUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String action;

    DatabaseUnavailable(String reason, String action) {
        this(reason, action, null);
    }

    DatabaseUnavailable(String reason, String action, @Nullable Throwable cause) {
        super(reason, cause);
        this.action = action;
    }

    /** What to do, as a sentence. */
    String action() {
        return action;
    }
}
