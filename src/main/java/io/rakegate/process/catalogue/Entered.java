package io.rakegate.process.catalogue;

import static io.rakegate.process.catalogue.ChangeVariables.*;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What people enter, and where: the fields of each form. Nothing else can be written from outside. */
public final class Entered {

    private static final List<Variable<?>> START = List.of(PULL_REQUEST_LINK, TEAM, COMMAND);

    private static final Map<UserTask, List<Variable<?>>> AT = Map.of(
            UserTask.MOVE_RAKE_TASK,
            List.of(COMMAND),
            UserTask.ATTACH_FOLLOW_UP_PULL_REQUEST,
            List.of(FOLLOW_UP_PULL_REQUEST),
            UserTask.ANSWER_REQUIRED_QUESTIONS,
            List.of(WHAT_COULD_HAPPEN, MITIGATION, BACKOUT_PLAN, LOG_POINTER, FINDING_ANSWERS),
            UserTask.APPROVE_AS_ENGINEERING_LEAD,
            List.of(LEAD_DECISION, LEAD_REASON, LEAD_CONFIRMS_DOCUMENTS, LEAD_ACCEPTED_WAIVERS),
            UserTask.APPROVE_AS_CONSOLE_SERVICES,
            List.of(
                    CONSOLE_SERVICES_DECISION,
                    CONSOLE_SERVICES_REASON,
                    CONSOLE_SERVICES_CONFIRMS_DOCUMENTS,
                    CONSOLE_SERVICES_ACCEPTED_WAIVERS),
            UserTask.UPLOAD_STAGING_EVIDENCE,
            List.of(STAGING_OUTCOME),
            UserTask.ARRANGE_OPERATOR,
            List.of(ARRANGED_OPERATOR),
            UserTask.SCHEDULE_PRODUCTION_RUN,
            List.of(SCHEDULING_DECISION, WINDOW_START, WINDOW_END, OPERATOR),
            UserTask.RUN_IN_PRODUCTION,
            List.of(
                    RUN_OUTCOME,
                    RUN_SESSION,
                    RUN_STARTED,
                    RUN_ENDED,
                    RUN_EXIT_STATUS,
                    RUN_ROWS_CHANGED,
                    RUN_ASSISTED_BY,
                    RUN_NOTES),
            UserTask.VALIDATE_PRODUCTION_CHANGE,
            List.of(VALIDATION_OUTCOME, LOG_LOOKED_AT));

    private Entered() {}

    /** What whoever asks for a change enters. */
    public static List<Variable<?>> atStart() {
        return START;
    }

    /** What whoever completes a task enters. */
    public static List<Variable<?>> at(UserTask task) {
        return AT.getOrDefault(task, List.of());
    }

    /** The one with this name among some. */
    public static Optional<Variable<?>> named(String name, List<Variable<?>> some) {
        return some.stream().filter(variable -> variable.name().equals(name)).findFirst();
    }

    /** Every variable that people enter somewhere. */
    public static Stream<Variable<?>> anywhere() {
        return Stream.concat(START.stream(), AT.values().stream().flatMap(List::stream))
                .distinct();
    }
}
