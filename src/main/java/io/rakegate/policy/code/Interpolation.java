package io.rakegate.policy.code;

import io.rakegate.policy.ruby.RubyNode;
import java.util.Locale;
import java.util.Set;

/** Recognises values that are put into a text as they are. */
public final class Interpolation {

    private static final Set<String> MAKING_SAFE = Words.setOf("""
            quote quote_table_name quote_column_name quote_string sanitize_sql sanitize_sql_array sanitize_sql_like
            sanitize_sql_for_conditions sanitize escape shellescape shelljoin to_i to_f Integer Float table_name
            quoted_table_name primary_key column_name arel_table to_sql pid size count length
            """);

    private Interpolation() {}

    /** Whether the first argument of a call is, or holds, such a text. */
    public static boolean isUnquotedInFirstArgument(Call call, RakeCode code) {
        RubyNode argument = call.firstArgument();
        RubyNode text = argument == null ? null : Sql.text(argument, code);
        if (text != null) {
            return isUnquotedIn(text, code);
        }
        return argument != null && argument.is("binary") && isJoined(argument);
    }

    /** {@code "… where id = " + id}. */
    private static boolean isJoined(RubyNode binary) {
        RubyNode left = binary.child("left");
        RubyNode right = binary.child("right");
        boolean holdsText = left != null && left.tree().anyMatch(node -> node.is("string"));
        return binary.childText("operator").equals("+")
                && holdsText
                && right != null
                && right.is("identifier", "call", "element_reference");
    }

    /** Whether a text has an interpolation whose value is neither quoted nor a number nor a constant. */
    public static boolean isUnquotedIn(RubyNode text, RakeCode code) {
        return text.tree()
                .filter(node -> node.is("interpolation"))
                .flatMap(interpolation -> interpolation.children().stream())
                .anyMatch(value -> !isSafe(value, code));
    }

    private static boolean isSafe(RubyNode value, RakeCode code) {
        RubyNode held = code.resolved(value);
        if (held.is("integer", "float", "string", "simple_symbol", "nil", "true", "false")) {
            return held.tree().noneMatch(node -> node.is("interpolation"));
        }
        boolean isConstant = held.is("constant", "scope_resolution")
                && held.text().equals(held.text().toUpperCase(Locale.ROOT));
        return isConstant
                || held.tree().anyMatch(node -> node.is("call") && MAKING_SAFE.contains(node.childText("method")));
    }
}
