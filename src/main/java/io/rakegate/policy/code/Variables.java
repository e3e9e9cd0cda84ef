package io.rakegate.policy.code;

import io.rakegate.policy.ruby.RubyNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is assigned to the variables and constants of a file. */
final class Variables {

    private final Scopes scopes;
    private final Map<RubyNode, Map<String, List<RubyNode>>> values = new HashMap<>();

    Variables(Scopes scopes) {
        this.scopes = scopes;
    }

    /** Takes note of an assignment; to be told in the order of the text. */
    void add(RubyNode assignment) {
        RubyNode left = assignment.child("left");
        RubyNode right = assignment.child("right");
        if (left != null && right != null && left.is("identifier", "instance_variable", "constant")) {
            values.computeIfAbsent(scopes.unit(assignment), unit -> new HashMap<>())
                    .computeIfAbsent(left.text(), name -> new ArrayList<>())
                    .add(right);
        }
    }

    /** What was last assigned before this place, in its own unit or one around it; null if nothing was. */
    @Nullable RubyNode valueOf(RubyNode variable) {
        String name = variable.text();
        for (RubyNode unit : scopes.units(variable)) {
            List<RubyNode> assigned = values.getOrDefault(unit, Map.of()).getOrDefault(name, List.of());
            for (int i = assigned.size() - 1; i >= 0; i--) {
                RubyNode value = assigned.get(i);
                if (value.isBefore(variable) && !variable.isInside(value)) {
                    return value;
                }
            }
        }
        return null;
    }
}
