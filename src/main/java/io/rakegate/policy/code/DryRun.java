package io.rakegate.policy.code;

import io.rakegate.policy.ruby.RubyNode;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a task can be run without changing anything, and whether that is what happens unless told otherwise. */
public enum DryRun {
    /** There is no switch. */
    NONE,
    /** There is a switch, and without it the task changes data. */
    OFF_UNLESS_ASKED,
    /** There is a switch, and nothing speaks against it. */
    SAFE;

    private static final List<List<String>> DRY = List.of(
            List.of("dry", "run"),
            List.of("dryrun"),
            List.of("dry"),
            List.of("preview"),
            List.of("simulate"),
            List.of("simulation"),
            List.of("noop"),
            List.of("ghost", "run"),
            List.of("pretend"),
            List.of("whatif"));
    private static final Set<String> LIVE = Words.setOf("""
            commit apply live live_run liverun confirm confirmed execute for_real really perform_changes
            apply_changes save_changes write wet_run do_it
            """);
    private static final Set<String> TRUE = Set.of("true", "1", "yes", "y", "t", "on");
    private static final Set<String> FALSE = Set.of("false", "0", "no", "n", "f", "off");
    private static final Set<String> TESTING = Set.of("casecmp?", "present?", "include?", "member?", "eql?");
    private static final Set<String> NORMALISING =
            Set.of("upcase", "to_s", "downcase", "strip", "to_sym", "squish", "presence", "cast");

    /** Whether a name is about a dry run. */
    public static boolean isAbout(String name) {
        List<String> words = Words.of(name);
        return DRY.stream().anyMatch(dry -> Collections.indexOfSubList(words, dry) >= 0);
    }

    /** Whether a name is about a dry run, or about running live. */
    public static boolean isAboutASwitch(String name) {
        return isAbout(name) || isLive(name);
    }

    /** Whether a name or value says that the task is to change something. */
    static boolean isLive(String name) {
        return LIVE.contains(name.toLowerCase(Locale.ROOT));
    }

    /** What a task offers. */
    public static DryRun of(TaskCode task) {
        List<RubyNode> reads = task.nodes().filter(DryRun::isSwitch).toList();
        List<Boolean> modes = Modes.dryByDefault(task);
        if (reads.stream().map(DryRun::switchName).anyMatch(DryRun::isLive) || modes.contains(true)) {
            return SAFE;
        }
        if (!modes.isEmpty()) {
            return OFF_UNLESS_ASKED;
        }
        List<RubyNode> dry =
                reads.stream().filter(read -> isAbout(switchName(read))).toList();
        boolean mentioned = !dry.isEmpty()
                || task.task().arguments().stream().anyMatch(DryRun::isAbout)
                || task.bodies().stream()
                        .flatMap(body -> Words.names(body).stream())
                        .anyMatch(DryRun::isAbout);
        if (!mentioned) {
            return NONE;
        }
        List<Boolean> defaults = Stream.concat(dry.stream().map(DryRun::isDryByDefault), withDefaults(task))
                .filter(isDry -> isDry != null)
                .toList();
        return defaults.contains(false) && !defaults.contains(true) ? OFF_UNLESS_ASKED : SAFE;
    }

    /** A read of an environment variable or of a task argument. */
    private static boolean isSwitch(RubyNode node) {
        return !switchName(node).isEmpty();
    }

    /** Name of the environment variable or task argument that is read here; empty if none is. */
    static String switchName(RubyNode node) {
        if (node.is("element_reference") && Set.of("ENV", "args").contains(node.childText("object"))) {
            return node.children().size() < 2 ? "" : nameOrNone(node.children().get(1));
        }
        if (!node.is("call")) {
            return "";
        }
        Call call = new Call(node);
        String receiver = node.childText("receiver");
        RubyNode first = call.firstArgument();
        if (Set.of("ENV", "args").contains(receiver) && call.isOneOf(Set.of("fetch", "key?", "dig")) && first != null) {
            return nameOrNone(first);
        }
        return receiver.equals("args") && call.arguments().isEmpty() ? call.method() : "";
    }

    private static String nameOrNone(RubyNode node) {
        String name = Words.name(node);
        return name == null ? "" : name;
    }

    /** Whether the task is dry when the switch is not given; null if that cannot be told. */
    private static @Nullable Boolean isDryByDefault(RubyNode read) {
        RubyNode value = read;
        if (read.is("call") && read.childText("method").equals("fetch")) {
            return fetchDefault(new Call(read));
        }
        RubyNode around = value.parent();
        while (around != null && (normalises(around) || around.is("argument_list", "parenthesized_statements"))) {
            value = around;
            around = around.parent();
        }
        return around == null ? null : judge(value, around);
    }

    private static boolean normalises(RubyNode node) {
        return node.is("call") && NORMALISING.contains(node.childText("method"));
    }

    private static @Nullable Boolean fetchDefault(Call fetch) {
        if (fetch.arguments().size() < 2) {
            return fetch.block() == null ? Boolean.TRUE : null;
        }
        return truth(fetch.arguments().get(1));
    }

    private static @Nullable Boolean judge(RubyNode value, RubyNode around) {
        RubyNode right = around.child("right");
        if (around.is("binary") && right != null && right != value) {
            return comparison(around.childText("operator"), right);
        }
        if (around.is("call")) {
            boolean asks = TESTING.contains(around.childText("method"));
            return asks ? Boolean.FALSE : null;
        }
        boolean isTested = "condition".equals(value.field()) || around.is("assignment", "unary");
        return isTested ? Boolean.FALSE : null;
    }

    /** What an unset switch, compared with a literal or replaced by one, amounts to. */
    private static @Nullable Boolean comparison(String operator, RubyNode literal) {
        Boolean truth = truth(literal);
        if (truth == null) {
            return null;
        }
        return switch (operator) {
            case "==", "!=" -> !truth;
            case "||" -> truth;
            default -> null;
        };
    }

    private static @Nullable Boolean truth(RubyNode literal) {
        String text = literal.is("true", "false", "integer", "nil") ? literal.text() : nameOrNone(literal);
        if (TRUE.contains(text.toLowerCase(Locale.ROOT))) {
            return Boolean.TRUE;
        }
        boolean isFalse = FALSE.contains(text.toLowerCase(Locale.ROOT)) || literal.is("nil");
        return isFalse ? Boolean.FALSE : null;
    }

    private static Stream<@Nullable Boolean> withDefaults(TaskCode task) {
        return task.calls()
                .filter(call -> call.method().equals("with_defaults"))
                .flatMap(call -> call.keys().stream().filter(DryRun::isAbout).map(call::keyword))
                .filter(value -> value != null)
                .map(DryRun::truth);
    }
}
