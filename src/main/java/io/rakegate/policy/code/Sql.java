package io.rakegate.policy.code;

import io.rakegate.policy.ruby.RubyNode;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** SQL that is written in Ruby as a string or heredoc. */
public final class Sql {

    /** How much of a statement is looked at, in characters. */
    private static final int LONGEST = 10_000;

    private static final Set<String> READING = Set.of("select", "show", "explain", "set", "analyze", "vacuum");
    private static final Set<String> WRITING = Set.of("insert", "update", "delete", "truncate", "merge");

    private Sql() {}

    /** The string literal or heredoc that an expression stands for, wherever it was assigned; null if there is none. */
    public static @Nullable RubyNode text(RubyNode expression, RakeCode code) {
        RubyNode node = unwrapped(code.resolved(expression));
        return switch (node.type()) {
            case "string", "chained_string" -> node;
            case "heredoc_beginning" -> code.heredoc(node);
            default -> null;
        };
    }

    /** Without calls such as {@code .squish} that leave a string a string. */
    private static RubyNode unwrapped(RubyNode node) {
        RubyNode at = node;
        while (at.is("call")
                && Set.of("squish", "strip", "freeze", "chomp", "strip_heredoc", "html_safe")
                        .contains(at.childText("method"))) {
            RubyNode receiver = at.child("receiver");
            if (receiver == null) {
                return at;
            }
            at = receiver;
        }
        return at;
    }

    /** Whether it changes data: true as well if it cannot be told. */
    public static boolean writes(RubyNode text) {
        List<String> words = words(text);
        if (words.isEmpty()) {
            return true;
        }
        String first = words.get(0);
        return first.equals("with") ? words.stream().anyMatch(WRITING::contains) : !READING.contains(first);
    }

    /** Whether it adds rows without saying what to do with those that are there already. */
    public static boolean insertsBlindly(RubyNode text) {
        List<String> words = words(text);
        return words.contains("insert") && !words.contains("conflict") && !words.contains("exists");
    }

    /** Whether it draws from a sequence. */
    public static boolean drawsFromASequence(RubyNode text) {
        return words(text).contains("nextval");
    }

    /** Whether it sets a column to its own value and something: {@code attempts = attempts + 1}. */
    public static boolean addsToItself(RubyNode text) {
        List<String> words = words(text);
        for (int i = 0; i + 3 < words.size(); i++) {
            boolean assigns = words.get(i + 1).equals("=") && words.get(i).equals(words.get(i + 2));
            if (assigns && Set.of("+", "-", "||", "*").contains(words.get(i + 3))) {
                return true;
            }
        }
        return false;
    }

    private static List<String> words(RubyNode text) {
        StringBuilder plain = new StringBuilder();
        text.tree()
                .filter(node -> node.is("string_content", "heredoc_content"))
                .takeWhile(node -> plain.length() < LONGEST)
                .forEach(node -> plain.append(' ').append(node.text()));
        plain.setLength(Math.min(plain.length(), LONGEST));
        StringTokenizer tokens =
                new StringTokenizer(plain.toString().toLowerCase(Locale.ROOT), " \t\n\r(),;'\"=+-*", true);
        return Collections.list(tokens).stream()
                .map(Object::toString)
                .filter(word -> !word.isBlank() && !"(),;'\"".contains(word))
                .toList();
    }
}
