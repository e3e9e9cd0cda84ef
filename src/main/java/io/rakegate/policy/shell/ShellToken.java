package io.rakegate.policy.shell;

import java.util.EnumSet;
import java.util.Set;

/**
 * A word or an operator of a command line.
 *
 * @param text the word after quotes are removed, or the operator
 * @param kind what it is
 * @param hazards what in it may not come out as written
 */
public record ShellToken(String text, Kind kind, Set<ShellHazard> hazards) {

    public ShellToken {
        hazards = Set.copyOf(hazards);
    }

    /** What a token is. */
    public enum Kind {
        WORD,
        /** Ends a command: {@code ;}, {@code &}, {@code &&}, {@code |}, {@code ||}, a parenthesis or a new line. */
        SEPARATOR,
        /** Sends input or output elsewhere; the next word says where. */
        REDIRECTION
    }

    static ShellToken word(String text, EnumSet<ShellHazard> hazards) {
        return new ShellToken(text, Kind.WORD, hazards);
    }

    static ShellToken operator(String text) {
        boolean redirects = text.indexOf('<') >= 0 || text.indexOf('>') >= 0;
        return new ShellToken(text, redirects ? Kind.REDIRECTION : Kind.SEPARATOR, Set.of());
    }
}
