package io.rakegate.policy.rule;

import io.rakegate.policy.Finding;
import io.rakegate.policy.ProcessDocument;
import io.rakegate.policy.RakeFileRule;
import io.rakegate.policy.Surroundings;
import io.rakegate.policy.code.Blocks;
import io.rakegate.policy.code.Call;
import io.rakegate.policy.code.Conditions;
import io.rakegate.policy.code.DryRun;
import io.rakegate.policy.code.Failures;
import io.rakegate.policy.code.RakeCode;
import io.rakegate.policy.code.Rescue;
import io.rakegate.policy.code.TaskCode;
import io.rakegate.policy.code.Words;
import io.rakegate.policy.ruby.RubyNode;
import java.util.List;
import java.util.stream.Stream;

/** A transaction that fails or is rolled back makes the task fail. */
public final class TransactionDoesNotHideFailure implements RakeFileRule {

    private static final Wording WORDING = new Wording(
            TransactionDoesNotHideFailure.class,
            ProcessDocument.TRANSACTIONAL,
            "The data is rolled back, or worse, half of it is committed, and the task ends as if it had succeeded.",
            "Let the error leave the transaction and the task, or raise another one after the rollback; or say how"
                    + " the operator will notice that nothing was written.");

    @Override
    public List<Finding> check(RakeCode code, Surroundings surroundings) {
        return code.tasks().stream()
                .flatMap(task -> Stream.concat(rescues(task, code), rollbacks(task, code)))
                .distinct()
                .toList();
    }

    /** Whether a rescue stands inside a transaction, or catches what leaves one. */
    static boolean isAboutATransaction(Rescue rescue, RakeCode code) {
        return isInside(rescue, code) || isAround(rescue);
    }

    private static boolean isInside(Rescue rescue, RakeCode code) {
        return code.around(rescue.node(), Blocks::isTransaction) != null;
    }

    private static boolean isAround(Rescue rescue) {
        return rescue.protectedCode().stream().flatMap(RubyNode::tree).anyMatch(Blocks::isTransaction);
    }

    private static Stream<Finding> rescues(TaskCode task, RakeCode code) {
        Failures failures = new Failures(task);
        return Rescue.in(task)
                .filter(rescue -> isAboutATransaction(rescue, code))
                .filter(rescue -> !rescue.isForTheExpected() && !rescue.failsAfterAll(failures))
                .map(rescue -> WORDING.toAnswer(code, rescue.node().line(), sentence(rescue, code)));
    }

    private static String sentence(Rescue rescue, RakeCode code) {
        if (rescue.retriesForEver()) {
            return "A transaction that fails is tried again for ever: the task neither ends nor fails.";
        }
        return isInside(rescue, code)
                ? "An error inside the transaction is rescued here: what was written before it is committed."
                : "The transaction's failure is rescued here, and the task goes on as if it had succeeded.";
    }

    private static Stream<Finding> rollbacks(TaskCode task, RakeCode code) {
        return task.nodes()
                .filter(Rescue::isSilentRollback)
                .filter(node -> !isForADryRun(node, code))
                .map(node -> WORDING.toAnswer(
                        code,
                        new Call(node).line(),
                        "ActiveRecord::Rollback ends the transaction without an error: the task goes on and exits 0."));
    }

    private static boolean isForADryRun(RubyNode node, RakeCode code) {
        return Conditions.of(node, code).stream()
                .flatMap(condition -> Words.names(condition.test()).stream())
                .anyMatch(DryRun::isAboutASwitch);
    }
}
