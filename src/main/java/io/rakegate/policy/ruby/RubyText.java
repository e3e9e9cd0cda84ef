package io.rakegate.policy.ruby;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What literals in Ruby stand for. */
public final class RubyText {

    private RubyText() {}

    /**
     * The text of a string or symbol literal, {@code :a}, {@code a:}, {@code "a"} or a word of {@code %w[a b]}; null
     * for anything else, and for one with an interpolation.
     */
    public static @Nullable String literal(RubyNode node) {
        return switch (node.type()) {
            case "simple_symbol" -> node.text().substring(1);
            case "hash_key_symbol", "bare_symbol", "bare_string" -> node.text();
            case "string", "delimited_symbol", "chained_string" -> joined(node);
            case "string_content" -> node.text();
            case "escape_sequence" -> unescaped(node.text());
            default -> null;
        };
    }

    private static @Nullable String joined(RubyNode node) {
        if (node.children().stream().anyMatch(child -> literal(child) == null)) {
            return null;
        }
        return node.children().stream().map(RubyText::literal).collect(Collectors.joining());
    }

    private static String unescaped(String sequence) {
        return switch (sequence) {
            case "\\n" -> "\n";
            case "\\t" -> "\t";
            default -> sequence.substring(1);
        };
    }
}
