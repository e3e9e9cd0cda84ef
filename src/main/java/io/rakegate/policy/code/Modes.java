package io.rakegate.policy.code;

import io.rakegate.policy.ruby.RubyNode;
import io.rakegate.policy.ruby.RubyText;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A task argument or environment variable whose value, such as {@code live}, says whether the task changes anything. */
final class Modes {

    private static final Set<String> ASIDE =
            Set.of("upcase", "to_s", "downcase", "strip", "to_sym", "squish", "presence", "fetch", "freeze", "dup");

    private final TaskCode task;
    private final Set<String> variables = new HashSet<>();

    private Modes(TaskCode task) {
        this.task = task;
        task.nodes()
                .filter(node -> node.is("assignment"))
                .filter(node -> switchIn(node.child("right")).isPresent())
                .forEach(node -> variables.add(node.childText("left")));
    }

    /** For each place where such a value decides: whether the task is dry when the value is not given. */
    static List<Boolean> dryByDefault(TaskCode task) {
        Modes modes = new Modes(task);
        return task.nodes()
                .flatMap(modes::comparisons)
                .map(comparison -> comparison.isDryByDefault(modes))
                .flatMap(Optional::stream)
                .toList();
    }

    /** A value that is compared with a literal. */
    private record Comparison(RubyNode value, String literal) {

        Optional<Boolean> isDryByDefault(Modes modes) {
            if (!modes.isGivenFromOutside(value)) {
                return Optional.empty();
            }
            String word = literal.toLowerCase(Locale.ROOT).replaceAll("[- ]", "_");
            boolean isDefault = modes.defaultOf(value).equals(Optional.of(literal));
            if (DryRun.isLive(word)) {
                return Optional.of(!isDefault);
            }
            return DryRun.isAbout(word) ? Optional.of(isDefault) : Optional.empty();
        }
    }

    private Stream<Comparison> comparisons(RubyNode node) {
        return switch (node.type()) {
            case "binary" -> compared(node);
            case "case" -> cases(node);
            default -> Stream.empty();
        };
    }

    private static Stream<Comparison> compared(RubyNode binary) {
        RubyNode left = binary.child("left");
        RubyNode right = binary.child("right");
        if (!Set.of("==", "!=").contains(binary.childText("operator")) || left == null || right == null) {
            return Stream.empty();
        }
        return Stream.of(comparison(left, right), comparison(right, left)).flatMap(Optional::stream);
    }

    private static Stream<Comparison> cases(RubyNode node) {
        RubyNode value = node.child("value");
        return value == null
                ? Stream.empty()
                : node.children().stream()
                        .filter(child -> child.is("when"))
                        .flatMap(when -> when.children().stream())
                        .filter(child -> child.is("pattern"))
                        .flatMap(pattern -> pattern.children().stream())
                        .flatMap(literal -> comparison(value, literal).stream());
    }

    private static Optional<Comparison> comparison(RubyNode value, RubyNode literal) {
        return Optional.ofNullable(RubyText.literal(literal)).map(text -> new Comparison(value, text));
    }

    private boolean isGivenFromOutside(RubyNode value) {
        return variables.contains(value.text()) || switchIn(value).isPresent();
    }

    /** What the value is when it is not given; empty if it is nothing then, or cannot be told. */
    private Optional<String> defaultOf(RubyNode value) {
        RubyNode source = variables.contains(value.text())
                ? task.nodes()
                        .filter(node ->
                                node.is("assignment") && node.childText("left").equals(value.text()))
                        .findFirst()
                        .map(node -> node.child("right"))
                        .orElse(value)
                : value;
        return Stream.concat(literalsAside(source), withDefaults(source)).findFirst();
    }

    /** The other side of {@code args[:mode] || 'dry'}, or the second argument of {@code fetch}. */
    private static Stream<String> literalsAside(RubyNode source) {
        return source.tree()
                .filter(node -> (node.is("binary") && node.childText("operator").equals("||"))
                        || (node.is("call") && node.childText("method").equals("fetch")))
                .map(node -> node.is("binary") ? node.child("right") : second(new Call(node)))
                .filter(Objects::nonNull)
                .map(RubyText::literal)
                .filter(Objects::nonNull);
    }

    private static @Nullable RubyNode second(Call fetch) {
        return fetch.arguments().size() < 2 ? null : fetch.arguments().get(1);
    }

    private Stream<String> withDefaults(RubyNode source) {
        return switchIn(source).map(DryRun::switchName).stream()
                .flatMap(name -> task.calls()
                        .filter(call -> call.method().equals("with_defaults"))
                        .map(call -> call.keyword(name)))
                .filter(Objects::nonNull)
                .map(RubyText::literal)
                .filter(Objects::nonNull);
    }

    /** The read of an argument or environment variable that a value is made of, and of nothing else that matters. */
    private static Optional<RubyNode> switchIn(@Nullable RubyNode value) {
        RubyNode at = value;
        while (at != null) {
            if (!DryRun.switchName(at).isEmpty()) {
                return Optional.of(at);
            }
            at = inside(at);
        }
        return Optional.empty();
    }

    private static @Nullable RubyNode inside(RubyNode node) {
        if (node.is("parenthesized_statements") && node.children().size() == 1) {
            return node.children().get(0);
        }
        if (node.is("binary") && node.childText("operator").equals("||")) {
            return node.child("left");
        }
        return node.is("call") && ASIDE.contains(node.childText("method")) ? node.child("receiver") : null;
    }
}
