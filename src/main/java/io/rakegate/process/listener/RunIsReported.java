package io.rakegate.process.listener;

import io.rakegate.process.Fields;
import io.rakegate.process.InputRefused;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.UserTask;
import io.rakegate.process.catalogue.Variable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Step 8: a run is reported with its session, its times within the window, its exit status and its rows. */
@Component
@Order(60)
class RunIsReported implements CompletionRule {

    private final Clock clock;

    RunIsReported(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void completing(Completion completion) {
        DelegateTask task = completion.task();
        if (!completion.isFor(UserTask.RUN_IN_PRODUCTION)) {
            return;
        }
        String outcome = ChangeVariables.RUN_OUTCOME.get(task);
        if (outcome.equals("aborted")) {
            Fields.required(task, ChangeVariables.RUN_NOTES, "Say why the run was aborted.");
            requireMoments(task);
            return;
        }
        Fields.required(task, ChangeVariables.RUN_SESSION, "Give the id of the production session you ran it in.");
        times(task);
        numbers(task, outcome);
    }

    /** An aborted run need have no times; what is given as one is kept for ever all the same, so it is one. */
    private static void requireMoments(DelegateTask task) {
        for (Variable<String> time : List.of(ChangeVariables.RUN_STARTED, ChangeVariables.RUN_ENDED)) {
            if (!time.get(task, "").isBlank()) {
                Fields.moment(task, time, "");
            }
        }
    }

    private void times(DelegateTask task) {
        Instant started = Fields.moment(task, ChangeVariables.RUN_STARTED, "Say when the run started.");
        Instant ended = Fields.moment(task, ChangeVariables.RUN_ENDED, "Say when the run ended.");
        if (ended.isBefore(started) || ended.isAfter(clock.instant().plusSeconds(60))) {
            throw new InputRefused(
                    ChangeVariables.RUN_ENDED.name(), "A run ends after it started and not in the future.");
        }
        Instant opens = Fields.moment(task, ChangeVariables.WINDOW_START, "The window has no start.");
        Instant closes = Fields.moment(task, ChangeVariables.WINDOW_END, "The window has no end.");
        if (started.isBefore(opens) || started.isAfter(closes)) {
            throw new InputRefused(
                    ChangeVariables.RUN_STARTED.name(),
                    "The run started outside its announced window (" + opens + " to " + closes
                            + "). If it has not run, report it as aborted and have it scheduled again.");
        }
    }

    private static void numbers(DelegateTask task, String outcome) {
        long exitStatus = ChangeVariables.RUN_EXIT_STATUS
                .find(task)
                .orElseThrow(() -> new InputRefused(
                        ChangeVariables.RUN_EXIT_STATUS.name(), "Give the exit status of the command, a number."));
        if (outcome.equals("success") && exitStatus != 0) {
            throw new InputRefused(
                    ChangeVariables.RUN_EXIT_STATUS.name(),
                    "A run that ended with exit status " + exitStatus + " is no success. Choose another outcome.");
        }
        if (ChangeVariables.RUN_ROWS_CHANGED.find(task).isEmpty()) {
            throw new InputRefused(
                    ChangeVariables.RUN_ROWS_CHANGED.name(), "Say how many rows the run changed; 0 if none.");
        }
    }
}
