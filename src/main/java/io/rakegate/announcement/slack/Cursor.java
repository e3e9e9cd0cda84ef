package io.rakegate.announcement.slack;

import com.slack.api.model.ResponseMetadata;
import org.jspecify.annotations.Nullable;

/** Where the next page of a long answer starts. */
final class Cursor {

    private Cursor() {}

    /** The cursor of the page after this one; empty if this was the last. */
    static String after(@Nullable ResponseMetadata answered) {
        return answered == null || answered.getNextCursor() == null ? "" : answered.getNextCursor();
    }
}
