package io.rakegate.policy.code;

import io.rakegate.policy.ruby.RubyNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** From where a piece of code is reached: by the blocks around it, and by the calls of the method it stands in. */
final class Callers {

    private static final int DEEPEST_CALLS = 10;
    private static final int MENTIONS = 1000;

    private final Scopes scopes;
    private final Map<String, List<RubyNode>> mentions = new HashMap<>();

    Callers(Scopes scopes) {
        this.scopes = scopes;
    }

    /** Takes note of a place that mentions a name, and may so call a method or a lambda. */
    void add(String name, RubyNode node) {
        boolean isItsOwnName = "name".equals(node.field()) || "method".equals(node.field());
        if (!isItsOwnName && !"left".equals(node.field())) {
            mentions.computeIfAbsent(name, any -> new ArrayList<>()).add(node);
        }
    }

    /** Whether a node runs inside such a block wherever it is reached from. */
    boolean isAlwaysInside(RubyNode node, Predicate<RubyNode> block) {
        return isAlwaysInside(node, block, DEEPEST_CALLS);
    }

    private boolean isAlwaysInside(RubyNode node, Predicate<RubyNode> block, int depth) {
        if (nearest(node, block) != null) {
            return true;
        }
        List<RubyNode> callers = depth == 0 ? List.of() : of(node);
        return !callers.isEmpty() && callers.stream().allMatch(caller -> isAlwaysInside(caller, block, depth - 1));
    }

    /** The nearest such block around a node, through the methods that call it; null if there is none. */
    @Nullable RubyNode around(RubyNode node, Predicate<RubyNode> block) {
        return around(node, block, DEEPEST_CALLS);
    }

    private @Nullable RubyNode around(RubyNode node, Predicate<RubyNode> block, int depth) {
        RubyNode found = nearest(node, block);
        if (found != null || depth == 0) {
            return found;
        }
        for (RubyNode caller : of(node)) {
            found = around(caller, block, depth - 1);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable RubyNode nearest(RubyNode node, Predicate<RubyNode> block) {
        return scopes.withinUnit(node).filter(block).findFirst().orElse(null);
    }

    private List<RubyNode> of(RubyNode node) {
        RubyNode unit = scopes.unit(node);
        return mentions.getOrDefault(Scopes.nameOf(unit), List.of()).stream()
                .limit(MENTIONS)
                .filter(mention -> !mention.isInside(unit))
                .toList();
    }
}
