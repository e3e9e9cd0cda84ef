package io.rakegate.policy.ruby;

/** Looking at a file has cost more steps than any real task file needs; what was found so far does not count. */
public final class RubyTooIntricate extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RubyTooIntricate() {
        super("The file is too intricate to be checked.");
    }
}
