package io.rakegate.policy.code;

import io.rakegate.policy.RakeTask;
import io.rakegate.policy.ruby.RubyNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which task block, method or lambda a piece of code belongs to. */
final class Scopes {

    private final RubyNode root;
    private final Set<RubyNode> taskBlocks = new HashSet<>();

    Scopes(RubyNode root, List<RakeTask> tasks) {
        this.root = root;
        for (RakeTask task : tasks) {
            if (task.block() != null) {
                taskBlocks.add(task.block());
            }
        }
    }

    /** The task block, method or lambda that a node belongs to, or the whole file. */
    RubyNode unit(RubyNode node) {
        return node.ancestors().filter(this::isUnit).findFirst().orElse(root);
    }

    /** The unit that a node belongs to, those around that, and the whole file. */
    List<RubyNode> units(RubyNode node) {
        return Stream.concat(node.ancestors().filter(this::isUnit), Stream.of(root))
                .toList();
    }

    /** What is around a node within its unit, innermost first. */
    Stream<RubyNode> withinUnit(RubyNode node) {
        return node.ancestors().takeWhile(at -> !isUnit(at));
    }

    private boolean isUnit(RubyNode node) {
        return taskBlocks.contains(node) || !nameOf(node).isEmpty();
    }

    /** The name by which a method, or a lambda held by a variable, is called; empty for anything else. */
    static String nameOf(RubyNode unit) {
        if (unit.is("method", "singleton_method")) {
            return unit.childText("name");
        }
        RubyNode around = unit.parent();
        boolean isLambda = unit.is("lambda")
                || (unit.is("call") && Set.of("lambda", "proc").contains(unit.childText("method")));
        return isLambda && around != null && around.is("assignment") ? around.childText("left") : "";
    }
}
