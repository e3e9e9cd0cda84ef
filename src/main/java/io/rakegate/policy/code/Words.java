package io.rakegate.policy.code;

import io.rakegate.policy.ruby.RubyNode;
import io.rakegate.policy.ruby.RubyText;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What names in code are about. */
public final class Words {

    private static final Set<String> NAMED =
            Set.of("identifier", "constant", "simple_symbol", "hash_key_symbol", "instance_variable", "bare_symbol");

    private Words() {}

    /** The words of a text, which stand apart by spaces or new lines. */
    public static Set<String> setOf(String text) {
        return Set.of(text.strip().split("\\s+"));
    }

    /** The words of a text, in order. */
    public static List<String> listOf(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    /** The words of a name such as {@code dry_run?} or {@code DRY_RUN}, in lower case. */
    public static List<String> of(String name) {
        return Arrays.stream(name.toLowerCase(Locale.ROOT).split("_", -1))
                .map(Words::lettersOnly)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String lettersOnly(String word) {
        return word.chars()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /** The name that a node is, of a variable, method, constant, symbol or string key; null if it is none. */
    public static @Nullable String name(RubyNode node) {
        if (!NAMED.contains(node.type())) {
            return RubyText.literal(node);
        }
        String text = node.text();
        return text.startsWith(":") ? text.substring(1) : text;
    }

    /** Every name that is used in a part of the tree. */
    public static Set<String> names(RubyNode part) {
        return part.tree()
                .filter(node -> NAMED.contains(node.type()))
                .map(Words::name)
                .filter(name -> name != null)
                .collect(Collectors.toSet());
    }
}
