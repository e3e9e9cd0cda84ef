package io.rakegate.policy.code;

import io.rakegate.policy.ruby.RubyNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The places where a task makes itself fail, by the names that stand in the same statement. */
public final class Failures {

    private final Map<String, List<RubyNode>> byName = new HashMap<>();

    /** Looks through one task. */
    public Failures(TaskCode task) {
        task.nodes()
                .filter(Rescue::isFailure)
                .forEach(failure -> Words.names(statementOf(failure))
                        .forEach(name -> byName.computeIfAbsent(name, any -> new ArrayList<>())
                                .add(failure)));
    }

    /** The failures whose statement mentions a name. */
    Stream<RubyNode> about(String name) {
        return byName.getOrDefault(name, List.of()).stream();
    }

    /** The whole statement with its condition, such as {@code abort 'x' if failed.any?}. */
    private static RubyNode statementOf(RubyNode failure) {
        RubyNode statement = failure;
        for (RubyNode at = failure.parent(); at != null; at = at.parent()) {
            if (at.is("do_block", "block", "method", "rescue", "program", "body_statement")) {
                break;
            }
            statement = at;
        }
        return statement;
    }
}
