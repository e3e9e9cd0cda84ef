package io.rakegate.audit;

import io.rakegate.process.catalogue.Act;
import io.rakegate.process.catalogue.ChangeVariables;
import org.jspecify.annotations.Nullable;

/**
 * The window of the production run, and what was reported of the run. Texts are empty while they are not known.
 *
 * @param windowStart when the window opens, ISO-8601
 * @param windowEnd when it closes, ISO-8601
 * @param operator user id of who runs it
 * @param announcement link of the announcement
 * @param outcome how it ended
 * @param session id of the production session
 * @param started when it started, ISO-8601
 * @param ended when it ended, ISO-8601
 * @param exitStatus its exit status, null if not reported
 * @param rowsChanged rows it changed, null if not reported
 * @param assistedBy who assisted
 * @param notes what the operator noted
 * @param validation what the validation found
 * @param logLookedAt who said that they looked at the log, when and for which commit; null while nobody did
 * @param backoutAnnouncement link of the announcement of the back-out
 * @param completionAnnouncement link of the announcement of the completion
 */
public record ProductionRun(
        String windowStart,
        String windowEnd,
        String operator,
        String announcement,
        String outcome,
        String session,
        String started,
        String ended,
        @Nullable Long exitStatus,
        @Nullable Long rowsChanged,
        String assistedBy,
        String notes,
        String validation,
        @Nullable Act logLookedAt,
        String backoutAnnouncement,
        String completionAnnouncement) {

    static ProductionRun of(Kept kept) {
        return new ProductionRun(
                kept.text(ChangeVariables.WINDOW_START),
                kept.text(ChangeVariables.WINDOW_END),
                kept.text(ChangeVariables.OPERATOR),
                kept.text(ChangeVariables.RUN_ANNOUNCEMENT),
                kept.text(ChangeVariables.RUN_OUTCOME),
                kept.text(ChangeVariables.RUN_SESSION),
                kept.text(ChangeVariables.RUN_STARTED),
                kept.text(ChangeVariables.RUN_ENDED),
                kept.find(ChangeVariables.RUN_EXIT_STATUS).orElse(null),
                kept.find(ChangeVariables.RUN_ROWS_CHANGED).orElse(null),
                kept.text(ChangeVariables.RUN_ASSISTED_BY),
                kept.text(ChangeVariables.RUN_NOTES),
                kept.text(ChangeVariables.VALIDATION_OUTCOME),
                kept.find(ChangeVariables.LOG_LOOKED_AT_ACT).orElse(null),
                kept.text(ChangeVariables.BACKOUT_ANNOUNCEMENT),
                kept.text(ChangeVariables.COMPLETION_ANNOUNCEMENT));
    }

    /** Whether a window was set. */
    public boolean isScheduled() {
        return !windowStart.isEmpty();
    }

    /** Whether a run was reported. */
    public boolean isReported() {
        return !outcome.isEmpty();
    }
}
