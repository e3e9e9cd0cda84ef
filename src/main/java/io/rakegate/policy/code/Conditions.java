package io.rakegate.policy.code;

import io.rakegate.policy.ruby.RubyNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Under which conditions a piece of code runs. */
public final class Conditions {

    /** How many statements of a block are looked through for a guard, which stands at its beginning. */
    private static final int STATEMENTS = 200;

    private static final Set<String> LEAVING = Set.of("next", "return", "break");
    private static final Set<String> LEAVING_CALLS = Set.of("raise", "abort", "exit", "fail");

    private Conditions() {}

    /**
     * One condition.
     *
     * @param test the expression that is tested
     * @param holds whether it is true where the code runs
     */
    public record Condition(RubyNode test, boolean holds) {}

    /** The conditions around a node, and those under which the code before it did not leave. */
    public static List<Condition> of(RubyNode node, RakeCode code) {
        List<Condition> conditions = new ArrayList<>();
        RubyNode unit = code.unit(node);
        RubyNode below = node;
        for (RubyNode at = node.parent(); at != null; at = at.parent()) {
            addAround(at, below, conditions);
            addBefore(at, below, conditions);
            if (at == unit) {
                break;
            }
            below = at;
        }
        return conditions;
    }

    private static void addAround(RubyNode at, RubyNode below, List<Condition> conditions) {
        RubyNode test = at.child("condition");
        if (test == null || below == test) {
            return;
        }
        boolean elseBranch = "alternative".equals(below.field());
        switch (at.type()) {
            case "if", "elsif", "if_modifier", "conditional" -> conditions.add(new Condition(test, !elseBranch));
            case "unless", "unless_modifier" -> conditions.add(new Condition(test, elseBranch));
            default -> {}
        }
    }

    /** {@code next if done?} before the node means that it runs while {@code done?} is false. */
    private static void addBefore(RubyNode at, RubyNode below, List<Condition> conditions) {
        if (!at.is("body_statement", "block_body", "then", "else", "begin", "do", "program")) {
            return;
        }
        int looked = 0;
        for (RubyNode sibling : at.children()) {
            if (sibling == below || ++looked > STATEMENTS) {
                return;
            }
            RubyNode test = sibling.child("condition");
            if (test != null && leaves(sibling)) {
                conditions.add(new Condition(test, sibling.is("unless", "unless_modifier")));
            }
        }
    }

    private static boolean leaves(RubyNode statement) {
        RubyNode body = statement.is("if_modifier", "unless_modifier")
                ? statement.child("body")
                : statement.child("consequence");
        if (!statement.is("if_modifier", "unless_modifier", "if", "unless")
                || body == null
                || statement.child("alternative") != null) {
            return false;
        }
        List<RubyNode> statements = body.is("then") ? body.children() : List.of(body);
        return !statements.isEmpty() && isLeaving(statements.get(statements.size() - 1));
    }

    private static boolean isLeaving(RubyNode statement) {
        return LEAVING.contains(statement.type())
                || (statement.is("call") && LEAVING_CALLS.contains(statement.childText("method")))
                || (statement.is("identifier") && LEAVING_CALLS.contains(statement.text()));
    }

    /** The single tests that a condition is made of, negations resolved. */
    public static Stream<Condition> parts(Condition condition) {
        RubyNode test = condition.test();
        if (test.is("parenthesized_statements") && test.children().size() == 1) {
            return parts(new Condition(test.children().get(0), condition.holds()));
        }
        RubyNode operand = test.child("operand");
        if (test.is("unary") && operand != null && isNegation(test)) {
            return parts(new Condition(operand, !condition.holds()));
        }
        RubyNode left = test.child("left");
        RubyNode right = test.child("right");
        boolean combines = Set.of("&&", "||", "and", "or").contains(test.childText("operator"));
        if (test.is("binary") && left != null && right != null && combines) {
            return Stream.concat(
                    parts(new Condition(left, condition.holds())), parts(new Condition(right, condition.holds())));
        }
        return Stream.of(condition);
    }

    private static boolean isNegation(RubyNode unary) {
        return Set.of("!", "not").contains(unary.childText("operator"));
    }

    /** The innermost statement with a condition around a node; null if it runs unconditionally in its block. */
    public static @Nullable RubyNode nearestTest(RubyNode node) {
        return node.ancestors()
                .takeWhile(at -> !at.is("do_block", "block", "method", "rescue"))
                .map(at -> at.child("condition"))
                .filter(test -> test != null)
                .findFirst()
                .orElse(null);
    }
}
