package io.rakegate.policy.ruby;

import org.jspecify.annotations.Nullable;

/**
 * What reading a text as Ruby gave: its syntax tree, or the first reason why there is none.
 *
 * @param root the whole program; null if there is a problem
 * @param problem why it cannot be read; null if it can
 */
public record RubyTree(@Nullable RubyNode root, @Nullable RubyProblem problem) {

    static RubyTree of(RubyNode root) {
        return new RubyTree(root, null);
    }

    static RubyTree unreadable(RubyProblem problem) {
        return new RubyTree(null, problem);
    }
}
