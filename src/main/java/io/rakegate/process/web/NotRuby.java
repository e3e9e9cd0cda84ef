package io.rakegate.process.web;

import io.rakegate.policy.RakeFile;

/** What was sent cannot be read as Ruby. */
final class NotRuby extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    NotRuby(RakeFile.Unreadable problem) {
        super(problem.sentence());
        this.line = problem.line();
        this.column = problem.column();
    }

    /** Line of the parser's place, from 1; 0 if it is about the whole file. */
    int line() {
        return line;
    }

    /** Column of the place in characters, from 1; 0 if it is about the whole file. */
    int column() {
        return column;
    }
}
