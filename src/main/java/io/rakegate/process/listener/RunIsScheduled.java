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

/** Step 7: the window has a start before its end, and its end is still to come. */
@Component
@Order(60)
class RunIsScheduled implements CompletionRule {

    private static final List<Variable<?>> REPORT = List.of(
            ChangeVariables.RUN_OUTCOME,
            ChangeVariables.RUN_SESSION,
            ChangeVariables.RUN_STARTED,
            ChangeVariables.RUN_ENDED,
            ChangeVariables.RUN_EXIT_STATUS,
            ChangeVariables.RUN_ROWS_CHANGED,
            ChangeVariables.RUN_ASSISTED_BY,
            ChangeVariables.RUN_NOTES,
            ChangeVariables.LOG_LOOKED_AT,
            ChangeVariables.LOG_LOOKED_AT_ACT);

    private final Clock clock;

    RunIsScheduled(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void completing(Completion completion) {
        DelegateTask task = completion.task();
        if (!completion.isFor(UserTask.SCHEDULE_PRODUCTION_RUN)
                || !ChangeVariables.SCHEDULING_DECISION.get(task).equals("schedule")) {
            return;
        }
        Instant start = Fields.moment(task, ChangeVariables.WINDOW_START, "Say when the window starts.");
        Instant end = Fields.moment(task, ChangeVariables.WINDOW_END, "Say when the window ends.");
        if (!start.isBefore(end)) {
            throw new InputRefused(ChangeVariables.WINDOW_END.name(), "The window has to end after it starts.");
        }
        if (!end.isAfter(clock.instant())) {
            throw new InputRefused(
                    ChangeVariables.WINDOW_END.name(), "That window is over already. Choose one that is to come.");
        }
        long round = ChangeVariables.RUN_ROUND.get(task, 0L) + 1;
        ChangeVariables.RUN_ROUND.set(task.getExecution().getProcessInstance(), round);
        // the report of an earlier round would stand prefilled in the form of this one
        REPORT.forEach(variable -> variable.remove(task.getExecution().getProcessInstance()));
    }
}
