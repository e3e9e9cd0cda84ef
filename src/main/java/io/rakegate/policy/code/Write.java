package io.rakegate.policy.code;

import io.rakegate.policy.ruby.RubyNode;

/**
 * A place where a task writes to the database.
 *
 * @param call the call that writes
 * @param extent how much one execution writes
 */
public record Write(Call call, Extent extent) {

    /** How much one execution writes. */
    public enum Extent {
        /** One record, which Rails wraps in a transaction of its own. */
        RECORD,
        /** Any number of rows by one SQL statement. */
        STATEMENT,
        /** Any number of rows, one statement for each. */
        MANY_STATEMENTS
    }

    /** The node of the call. */
    public RubyNode node() {
        return call.node();
    }

    /** The line where it stands, from 1. */
    public int line() {
        return call.line();
    }
}
