package io.rakegate.policy.shell;

/** What in a word a shell may change, or a person may have meant otherwise. */
public enum ShellHazard {
    /** {@code [} or {@code ]} outside quotes: zsh takes it for a pattern and refuses the command. */
    UNQUOTED_BRACKET,
    /** {@code *} or {@code ?} outside quotes: replaced by names of files that happen to match. */
    FILE_PATTERN,
    /** {@code $(…)} or backticks: another command runs first, and its output becomes part of this one. */
    COMMAND_SUBSTITUTION,
    /** {@code $NAME}: the value is whatever the shell has at the moment of the run. */
    VARIABLE,
    /** A typographic quote, dash or space from a text editor: the shell takes it for an ordinary character. */
    TYPOGRAPHY
}
