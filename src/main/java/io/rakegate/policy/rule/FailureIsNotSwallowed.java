package io.rakegate.policy.rule;

import io.rakegate.policy.Finding;
import io.rakegate.policy.ProcessDocument;
import io.rakegate.policy.RakeFileRule;
import io.rakegate.policy.Surroundings;
import io.rakegate.policy.code.Failures;
import io.rakegate.policy.code.RakeCode;
import io.rakegate.policy.code.Rescue;
import io.rakegate.policy.code.TaskCode;
import java.util.List;
import java.util.stream.Stream;

/** A task that fails says so: no error is rescued and forgotten, and the exit status is not 0. */
public final class FailureIsNotSwallowed implements RakeFileRule {

    private static final Wording WORDING = new Wording(
            FailureIsNotSwallowed.class,
            ProcessDocument.WHAT_COULD_HAPPEN,
            "The task exits 0 and looks like a success: nobody learns which records were left out.",
            "Let the error go on, or count the failures and end with abort if there are any; or say how a failure will"
                    + " be noticed.");

    @Override
    public List<Finding> check(RakeCode code, Surroundings surroundings) {
        return code.tasks().stream()
                .flatMap(task -> Stream.concat(rescues(task, code), ensures(task, code)))
                .distinct()
                .toList();
    }

    private static Stream<Finding> rescues(TaskCode task, RakeCode code) {
        Failures failures = new Failures(task);
        return Rescue.in(task)
                .filter(rescue -> !TransactionDoesNotHideFailure.isAboutATransaction(rescue, code))
                .filter(rescue -> !rescue.isForTheExpected() && !rescue.failsAfterAll(failures))
                .map(rescue -> WORDING.toAnswer(code, rescue.node().line(), sentence(rescue)));
    }

    private static String sentence(Rescue rescue) {
        return rescue.retriesForEver()
                ? "The error is rescued and tried again for ever: the task neither ends nor fails."
                : "The error is rescued here and the task goes on as if nothing had happened.";
    }

    private static Stream<Finding> ensures(TaskCode task, RakeCode code) {
        return task.nodes()
                .filter(node -> node.is("ensure"))
                .filter(ensure -> ensure.tree()
                        .anyMatch(node -> node.is("return")
                                || (node.is("call") && node.childText("method").equals("exit"))
                                || (node.is("identifier") && node.text().equals("exit"))))
                .map(ensure -> WORDING.toAnswer(
                        code, ensure.line(), "Leaving in \"ensure\" drops the error that was on its way."));
    }
}
