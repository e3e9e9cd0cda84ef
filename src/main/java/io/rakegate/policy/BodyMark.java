package io.rakegate.policy;

import org.jspecify.annotations.Nullable;

/**
 * A place in a pull request's body where an answer begins or ends.
 *
 * @param start where the line of the block or label begins, as an offset in the body
 * @param end where the answer after it begins, as an offset in the body
 * @param kind what kind of block it is
 * @param question the question it asks; null if it only ends the answer before it
 * @param level level of the heading, 0 for anything else
 * @param indent how far the text of a list item is indented, in characters; 0 for anything else
 * @param limit an offset that the answer cannot go beyond, such as the end of a table cell
 */
record BodyMark(int start, int end, Kind kind, @Nullable Question question, int level, int indent, int limit) {

    enum Kind {
        HEADING,
        PARAGRAPH,
        ITEM,
        CELL,
        RULE
    }

    /** Whether this mark, coming later, ends the answer that belongs to an earlier one. */
    boolean ends(BodyMark earlier) {
        if (question != null || kind == Kind.RULE) {
            return true;
        }
        return kind == Kind.HEADING
                ? earlier.kind != Kind.HEADING || level <= earlier.level
                : earlier.kind != Kind.HEADING;
    }
}
