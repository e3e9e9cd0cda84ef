package io.rakegate.policy.ruby;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds a keyword in a place where Ruby has none, such as one {@code end} too many: tree-sitter takes it for the name of
 * a variable and reports no error.
 */
final class MisplacedKeyword {

    private static final Set<String> KEYWORDS =
            Set.of(("alias and begin case class def do else elsif end ensure for if in module not or rescue then "
                            + "undef unless until when while")
                    .split(" "));

    private MisplacedKeyword() {}

    /** The first one in the order of the text; null if there is none. */
    static @Nullable RubyProblem first(RubyNode root) {
        return root.tree()
                .filter(MisplacedKeyword::isMisplaced)
                .findFirst()
                .map(node -> new RubyProblem(
                        node.line(), node.column(), "The Ruby does not parse here, at \"" + node.text() + "\"."))
                .orElse(null);
    }

    private static boolean isMisplaced(RubyNode node) {
        RubyNode around = node.parent();
        return node.is("identifier") && around != null && KEYWORDS.contains(node.text()) && !mayBeAName(node, around);
    }

    /** {@code range.end}, {@code def end} and {@code alias end stop} are Ruby. */
    private static boolean mayBeAName(RubyNode node, RubyNode around) {
        boolean isCalled = around.is("call") && "method".equals(node.field()) && around.child("receiver") != null;
        boolean isDefined = around.is("method", "singleton_method") && "name".equals(node.field());
        return isCalled || isDefined || around.is("alias", "undef");
    }
}
