package io.rakegate.audit;

import io.rakegate.policy.FindingAnswer;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.FindingRow;
import io.rakegate.process.catalogue.Variable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
        put(ChangeVariables.FINDING_ANSWERS, "Answers to findings");
        put(ChangeVariables.LEAD_DECISION, "Decision");
        put(ChangeVariables.LEAD_REASON, "Reason");
        put(ChangeVariables.LEAD_ACCEPTED_WAIVERS, "Accepted waivers");
        put(ChangeVariables.CONSOLE_SERVICES_DECISION, "Decision");
        put(ChangeVariables.CONSOLE_SERVICES_REASON, "Reason");
        put(ChangeVariables.CONSOLE_SERVICES_ACCEPTED_WAIVERS, "Accepted waivers");
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

    /** A value as people read it: lists are kept as JSON, and shown a line each. */
    static String shown(String name, Object value) {
        if (name.equals(ChangeVariables.FINDING_ANSWERS.name())) {
            return lines(ChangeVariables.FINDING_ANSWERS.read(value), Entered::shown);
        }
        boolean waivers = name.equals(ChangeVariables.LEAD_ACCEPTED_WAIVERS.name())
                || name.equals(ChangeVariables.CONSOLE_SERVICES_ACCEPTED_WAIVERS.name());
        return waivers ? lines(ChangeVariables.LEAD_ACCEPTED_WAIVERS.read(value), id -> id) : String.valueOf(value);
    }

    private static String shown(FindingRow row) {
        String kind = FindingAnswer.Kind.withId(row.kind())
                .map(FindingAnswer.Kind::words)
                .orElse("not answered");
        return row.id() + ": " + kind + (row.text().isBlank() ? "" : ", " + row.text());
    }

    private static <T> String lines(@Nullable List<T> values, Function<T, String> shown) {
        return values == null ? "" : values.stream().map(shown).collect(Collectors.joining("\n"));
    }
}
