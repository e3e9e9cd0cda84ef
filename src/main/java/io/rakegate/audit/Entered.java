package io.rakegate.audit;

import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.Variable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What people enter at their tasks, by the name of its variable, with the words for it. */
final class Entered {

    private static final Map<String, String> WORDS = new LinkedHashMap<>();

    static {
        put(ChangeVariables.COMMAND, "Command");
        put(ChangeVariables.FOLLOW_UP_PULL_REQUEST, "Follow-up pull request");
        put(ChangeVariables.WHAT_COULD_HAPPEN, "What could happen");
        put(ChangeVariables.MITIGATION, "Mitigation");
        put(ChangeVariables.BACKOUT_PLAN, "Back-out plan");
        put(ChangeVariables.LOG_POINTER, "Log pointer");
        put(ChangeVariables.FINDINGS_ANSWER, "Answer to the findings");
        put(ChangeVariables.LEAD_DECISION, "Decision");
        put(ChangeVariables.LEAD_REASON, "Reason");
        put(ChangeVariables.CONSOLE_SERVICES_DECISION, "Decision");
        put(ChangeVariables.CONSOLE_SERVICES_REASON, "Reason");
        put(ChangeVariables.STAGING_OUTCOME, "Outcome in staging");
        put(ChangeVariables.ARRANGED_OPERATOR, "Operator");
        put(ChangeVariables.SCHEDULING_DECISION, "Decision");
        put(ChangeVariables.WINDOW_START, "Window from");
        put(ChangeVariables.WINDOW_END, "Window to");
        put(ChangeVariables.OPERATOR, "Operator");
        put(ChangeVariables.RUN_OUTCOME, "Outcome");
        put(ChangeVariables.RUN_SESSION, "Session");
        put(ChangeVariables.RUN_STARTED, "Started");
        put(ChangeVariables.RUN_ENDED, "Ended");
        put(ChangeVariables.RUN_EXIT_STATUS, "Exit status");
        put(ChangeVariables.RUN_ROWS_CHANGED, "Rows changed");
        put(ChangeVariables.RUN_ASSISTED_BY, "Assisted by");
        put(ChangeVariables.RUN_NOTES, "Notes");
        put(ChangeVariables.VALIDATION_OUTCOME, "Outcome of the validation");
        put(ChangeVariables.LOG_LOOKED_AT, "Looked at the log");
        put(ChangeVariables.WITHDRAWAL_REASON, "Reason");
    }

    private Entered() {}

    private static void put(Variable<?> variable, String words) {
        WORDS.put(variable.name(), words);
    }

    /** How a value is shown: what was ticked is a word, everything else stays as it was entered. */
    static String shown(String value) {
        return value.equals("true") ? "yes" : value;
    }

    /** The words for each variable that a person enters, in the order of the process. */
    static Map<String, String> words() {
        return Collections.unmodifiableMap(WORDS);
    }
}
