package io.rakegate.policy.shell;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** Cuts a command line into words and operators as a POSIX shell does. */
public final class ShellLine {

    private static final String OPERATORS = ";&|<>()\n";
    private static final String ESCAPED_IN_QUOTES = "$`\"\\\n";
    private static final String TYPOGRAPHIC = "\u2018\u2019\u201A\u201C\u201D\u201E\u2013\u2014\u2026\u00A0\u200B";

    private final String line;
    private final List<ShellToken> tokens = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private final EnumSet<ShellHazard> hazards = EnumSet.noneOf(ShellHazard.class);
    private boolean inWord;
    private int at;

    private ShellLine(String line) {
        this.line = line;
    }

    /**
     * The tokens of a command line; comments are left out.
     *
     * @throws IllegalArgumentException if a quote or a substitution is never closed, in a sentence
     */
    public static List<ShellToken> tokens(String line) {
        return new ShellLine(line.replace("\r\n", "\n")).cut();
    }

    private List<ShellToken> cut() {
        while (at < line.length()) {
            char c = line.charAt(at++);
            switch (c) {
                case ' ', '\t' -> endWord();
                case '\'' -> singleQuoted();
                case '"' -> doubleQuoted();
                case '\\' -> escaped();
                case '#' -> commentOrPart();
                default -> plain(c);
            }
        }
        endWord();
        return List.copyOf(tokens);
    }

    private void plain(char c) {
        if (OPERATORS.indexOf(c) >= 0) {
            operator();
            return;
        }
        if (c == '[' || c == ']') {
            hazards.add(ShellHazard.UNQUOTED_BRACKET);
        } else if (c == '*' || c == '?') {
            hazards.add(ShellHazard.FILE_PATTERN);
        }
        expandable(c);
    }

    /** A character that means the same inside double quotes as outside. */
    private void expandable(char c) {
        append(c);
        if (c == '`') {
            hazards.add(ShellHazard.COMMAND_SUBSTITUTION);
            appendThrough(indexOrRefuse("`", "A backtick is opened and never closed."));
        } else if (c == '$' && at < line.length()) {
            dollar(line.charAt(at));
        } else if (TYPOGRAPHIC.indexOf(c) >= 0) {
            hazards.add(ShellHazard.TYPOGRAPHY);
        }
    }

    private void dollar(char next) {
        if (next == '(') {
            hazards.add(ShellHazard.COMMAND_SUBSTITUTION);
            appendThrough(closingParenthesis());
        } else if (next == '{' || next == '_' || Character.isLetterOrDigit(next)) {
            hazards.add(ShellHazard.VARIABLE);
        }
    }

    private int closingParenthesis() {
        int open = 0;
        for (int i = at; i < line.length(); i++) {
            char c = line.charAt(i);
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (open == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("The command opens \"$(\" and never closes it.");
    }

    private void singleQuoted() {
        int end = indexOrRefuse("'", "The command opens a single quote and never closes it.");
        inWord = true;
        word.append(line, at, end);
        at = end + 1;
    }

    private void doubleQuoted() {
        inWord = true;
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (c == '"') {
                return;
            }
            boolean escapes = c == '\\' && at < line.length() && ESCAPED_IN_QUOTES.indexOf(line.charAt(at)) >= 0;
            if (escapes) {
                append(line.charAt(at++));
            } else {
                expandable(c);
            }
        }
        throw new IllegalArgumentException("The command opens a double quote and never closes it.");
    }

    private void escaped() {
        if (at < line.length() && line.charAt(at++) != '\n') {
            append(line.charAt(at - 1));
        }
    }

    private void commentOrPart() {
        if (inWord) {
            append('#');
        } else {
            int end = line.indexOf('\n', at);
            at = end < 0 ? line.length() : end;
        }
    }

    private void operator() {
        int start = at - 1;
        while (line.charAt(start) != '\n' && at < line.length() && continuesOperator(line.charAt(at))) {
            at++;
        }
        ShellToken operator = ShellToken.operator(line.substring(start, at));
        boolean numbersTheStream =
                operator.kind() == ShellToken.Kind.REDIRECTION && word.chars().allMatch(Character::isDigit);
        if (numbersTheStream) {
            inWord = false;
        }
        endWord();
        tokens.add(operator);
    }

    private static boolean continuesOperator(char c) {
        return c == '&' || c == '|' || c == '<' || c == '>';
    }

    private int indexOrRefuse(String closing, String otherwise) {
        int end = line.indexOf(closing, at);
        if (end < 0) {
            throw new IllegalArgumentException(otherwise);
        }
        return end;
    }

    private void appendThrough(int end) {
        word.append(line, at, end + 1);
        at = end + 1;
    }

    private void append(char c) {
        inWord = true;
        word.append(c);
    }

    private void endWord() {
        if (inWord) {
            tokens.add(ShellToken.word(word.toString(), hazards));
        }
        inWord = false;
        word.setLength(0);
        hazards.clear();
    }
}
