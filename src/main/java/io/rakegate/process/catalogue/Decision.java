package io.rakegate.process.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a person decides at a task: one variable per task, with its allowed values. */
public enum Decision {
    LEAD(UserTask.APPROVE_AS_ENGINEERING_LEAD, ChangeVariables.LEAD_DECISION, Allowed.APPROVAL),
    CONSOLE_SERVICES(UserTask.APPROVE_AS_CONSOLE_SERVICES, ChangeVariables.CONSOLE_SERVICES_DECISION, Allowed.APPROVAL),
    STAGING(UserTask.UPLOAD_STAGING_EVIDENCE, ChangeVariables.STAGING_OUTCOME, List.of("passed", "failed")),
    SCHEDULING(UserTask.SCHEDULE_PRODUCTION_RUN, ChangeVariables.SCHEDULING_DECISION, List.of("schedule", "fixFirst")),
    RUN(
            UserTask.RUN_IN_PRODUCTION,
            ChangeVariables.RUN_OUTCOME,
            List.of("success", "partial", "failedRolledBack", "failedNeedsBackout", "aborted")),
    VALIDATION(
            UserTask.VALIDATE_PRODUCTION_CHANGE, ChangeVariables.VALIDATION_OUTCOME, List.of("passed", "needsBackout"));

    private final UserTask task;
    private final Variable<String> variable;
    private final List<String> values;

    Decision(UserTask task, Variable<String> variable, List<String> values) {
        this.task = task;
        this.variable = variable;
        this.values = values;
    }

    /** The decision that a task asks for, if it asks for one. */
    public static Optional<Decision> at(UserTask task) {
        return Stream.of(values()).filter(decision -> decision.task == task).findFirst();
    }

    /** Where it is kept. */
    public Variable<String> variable() {
        return variable;
    }

    /** The values it may have. */
    public List<String> allowed() {
        return values;
    }

    /** Values that two tasks share. */
    private static final class Allowed {

        static final List<String> APPROVAL = List.of("approve", "requestChanges", "reject");
    }
}
