package io.rakegate.policy.code;

import io.rakegate.policy.ruby.RubyNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A place where errors are rescued.
 *
 * @param node the {@code rescue} clause or modifier
 */
public record Rescue(RubyNode node) {

    private static final Set<String> FAILING = Set.of("raise", "fail", "abort", "exit", "exit!", "throw");
    private static final Set<String> EXPECTED = Words.setOf("""
            ActiveRecord::RecordNotFound ActiveRecord::RecordNotUnique JSON::ParserError Date::Error
            ArgumentError TypeError KeyError FloatDomainError URI::InvalidURIError
            """);
    private static final Set<String> PARSING =
            Set.of("parse", "Integer", "Float", "iso8601", "strptime", "BigDecimal", "Rational");

    /** The rescues in a task. */
    public static Stream<Rescue> in(TaskCode task) {
        return task.nodes().filter(node -> node.is("rescue", "rescue_modifier")).map(Rescue::new);
    }

    /** What it protects: the code in which an error is caught by it. */
    public List<RubyNode> protectedCode() {
        RubyNode around = node.parent();
        if (node.is("rescue_modifier")) {
            RubyNode body = node.child("body");
            return body == null ? List.of() : List.of(body);
        }
        return around == null
                ? List.of()
                : around.children().stream()
                        .filter(child -> !child.is("rescue", "ensure", "else", "comment"))
                        .toList();
    }

    /** Whether it only catches what is expected of a value: a missing record, a text that cannot be parsed. */
    public boolean isForTheExpected() {
        if (node.is("rescue_modifier")) {
            return protectedCode().stream()
                    .allMatch(body -> body.is("call") && PARSING.contains(body.childText("method")));
        }
        RubyNode exceptions = node.child("exceptions");
        return exceptions != null
                && exceptions.children().stream()
                        .allMatch(exception -> EXPECTED.contains(withoutColons(exception.text())));
    }

    private static String withoutColons(String constant) {
        return constant.startsWith("::") ? constant.substring(2) : constant;
    }

    /** Whether the task fails after all: in the rescue itself, or later because of what the rescue notes down. */
    public boolean failsAfterAll(Failures failures) {
        RubyNode body = node.is("rescue_modifier") ? node.child("handler") : node.child("body");
        if (body == null) {
            return false;
        }
        if (body.tree().anyMatch(Rescue::isFailure)) {
            return true;
        }
        return notedIn(body).stream().flatMap(failures::about).anyMatch(failure -> !failure.isInside(node));
    }

    /** Whether a node makes the task fail: raises, aborts, or exits with a status that is not 0. */
    static boolean isFailure(RubyNode node) {
        if (node.is("identifier") && "method".equals(node.field())) {
            return false;
        }
        String name = node.is("call") ? node.childText("method") : node.is("identifier") ? node.text() : "";
        if (!FAILING.contains(name)) {
            return false;
        }
        RubyNode argument = node.is("call") ? new Call(node).firstArgument() : null;
        boolean exitsWell = name.startsWith("exit")
                && (argument == null || Set.of("0", "true").contains(argument.text()));
        return !exitsWell && !isSilentRollback(node);
    }

    /** Whether a node raises {@code ActiveRecord::Rollback}, which ends the transaction and nothing else. */
    public static boolean isSilentRollback(RubyNode node) {
        RubyNode argument =
                node.is("call") && node.childText("method").equals("raise") ? new Call(node).firstArgument() : null;
        return argument != null && withoutColons(argument.text()).startsWith("ActiveRecord::Rollback");
    }

    /** Whether it tries again without ever giving up. */
    public boolean retriesForEver() {
        return node.tree().anyMatch(at -> at.is("retry") && Conditions.nearestTest(at) == null)
                && node.tree().noneMatch(Rescue::isFailure);
    }

    private static Set<String> notedIn(RubyNode body) {
        Set<String> noted = new HashSet<>();
        body.tree().forEach(node -> {
            RubyNode target = target(node);
            if (target != null) {
                Stream.concat(target.tree(), Stream.empty())
                        .filter(at -> at.is("identifier", "instance_variable"))
                        .findFirst()
                        .ifPresent(at -> noted.add(at.text()));
            }
        });
        return noted;
    }

    private static @Nullable RubyNode target(RubyNode node) {
        boolean changesLeft = node.is("assignment", "operator_assignment")
                || (node.is("binary") && node.childText("operator").equals("<<"));
        if (changesLeft) {
            return node.child("left");
        }
        boolean adds = node.is("call")
                && Set.of("push", "append", "add", "concat", "increment").contains(node.childText("method"));
        return adds ? node.child("receiver") : null;
    }
}
