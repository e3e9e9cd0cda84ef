package io.rakegate.policy.code;

import io.rakegate.policy.RakeTask;
import io.rakegate.policy.ruby.RubyNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one task runs: its own block and the methods of the file that it reaches.
 *
 * @param task the task
 * @param bodies its block first, then the methods
 */
public record TaskCode(RakeTask task, List<RubyNode> bodies) {

    public TaskCode {
        bodies = List.copyOf(bodies);
    }

    /** Everything that it runs. */
    public Stream<RubyNode> nodes() {
        return bodies.stream().flatMap(RubyNode::tree);
    }

    /** Every call that it makes. */
    public Stream<Call> calls() {
        return Call.in(nodes());
    }
}
