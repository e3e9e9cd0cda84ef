package io.rakegate.policy.rule;

import io.rakegate.policy.Finding;
import io.rakegate.policy.ProcessDocument;
import io.rakegate.policy.RakeFileRule;
import io.rakegate.policy.Surroundings;
import io.rakegate.policy.code.Blocks;
import io.rakegate.policy.code.RakeCode;
import io.rakegate.policy.code.TaskCode;
import io.rakegate.policy.code.Write;
import io.rakegate.policy.code.Writes;
import io.rakegate.policy.ruby.RubyNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a task writes is written in a transaction, so that a failure leaves nothing half done. */
public final class WritesHappenInATransaction implements RakeFileRule {

    private static final String WHY =
            "A deploy, a lock time-out or a bad row stops a task half-way; without a transaction what was written until"
                    + " then stays.";

    private static final Wording WORDING = new Wording(
            WritesHappenInATransaction.class,
            ProcessDocument.TRANSACTIONAL,
            WHY,
            "Put the writes into a transaction; or answer \"single statement\" if one SQL statement does it all; or"
                    + " \"atomic per batch\", and say how the task goes on after a stop.");

    /** For what is as it should be: advice to change it would contradict that. */
    private static final Wording AS_IT_SHOULD_BE = new Wording(
            WritesHappenInATransaction.class,
            ProcessDocument.TRANSACTIONAL,
            WHY,
            "Nothing has to be answered here; whoever approves the change reads it.");

    @Override
    public List<Finding> check(RakeCode code, Surroundings surroundings) {
        return code.tasks().stream().flatMap(task -> check(task, code).stream()).toList();
    }

    private static Optional<Finding> check(TaskCode task, RakeCode code) {
        List<Write> writes = Writes.in(task, code);
        List<Write> open = writes.stream()
                .filter(write -> !code.isAlwaysInside(write.node(), Blocks::isTransaction))
                .toList();
        if (writes.isEmpty()) {
            return Optional.empty();
        }
        return open.isEmpty() ? perBatch(writes, code) : Optional.of(open(open, writes.size(), code));
    }

    /** All is in transactions; worth a note if there is one for each pass of a loop. */
    private static Optional<Finding> perBatch(List<Write> writes, RakeCode code) {
        RubyNode transaction = code.around(writes.get(0).node(), Blocks::isTransaction);
        RubyNode loop = transaction == null ? null : code.around(transaction, Blocks::isIteration);
        return transaction == null || loop == null
                ? Optional.empty()
                : Optional.of(AS_IT_SHOULD_BE.note(
                        code,
                        transaction.line(),
                        "Atomic per batch: each pass of the loop in line " + loop.line()
                                + " has its own transaction, so a stop leaves the passes before it done."));
    }

    private static Finding open(List<Write> open, int all, RakeCode code) {
        Write first = open.get(0);
        RubyNode loop = loop(first, code);
        boolean single = all == 1 && first.extent() != Write.Extent.MANY_STATEMENTS;
        if (single && loop == null && !writesInBatches(first)) {
            return AS_IT_SHOULD_BE.note(
                    code,
                    first.line(),
                    "Single statement: \"" + first.call().method()
                            + "\" is all that the task writes, and the database does it wholly or not at all.");
        }
        if (single) {
            int line = loop == null ? first.line() : loop.line();
            return WORDING.toAnswer(
                    code,
                    first.line(),
                    "Atomic per batch at best: \"" + first.call().method()
                            + "\" runs once for each pass of the loop in line " + line
                            + ", without a transaction around the loop; a stop leaves the passes before it done.");
        }
        return WORDING.toAnswer(code, first.line(), wholeTask(open, loop));
    }

    private static String wholeTask(List<Write> open, @Nullable RubyNode loop) {
        String lines = open.stream()
                .map(write -> "" + write.line())
                .distinct()
                .limit(10)
                .collect(Collectors.joining(", "));
        String where = loop == null ? "" : ", also within one pass of the loop in line " + loop.line();
        return "Whole task: no transaction is around what it writes (line " + lines
                + "); a failure between two writes leaves the data half changed" + where + ".";
    }

    private static @Nullable RubyNode loop(Write write, RakeCode code) {
        return code.around(write.node(), Blocks::isIteration);
    }

    /** {@code in_batches.update_all} is one statement for each batch. */
    private static boolean writesInBatches(Write write) {
        return write.call().methodOfBlockArgument() != null
                || write.call().chain().stream().anyMatch(call -> call.method().equals("in_batches"));
    }
}
