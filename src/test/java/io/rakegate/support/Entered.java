package io.rakegate.support;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What people enter where all goes well, as the interfaces take it. */
public final class Entered {

    private Entered() {}

    /** The fields of evidence for a run that just ended: 42 rows, all of them changed. */
    public static Map<String, String> evidence(String command) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("command", command);
        fields.put("startedAt", ago(Duration.ofSeconds(2)));
        fields.put("endedAt", ago(Duration.ZERO));
        fields.put("exitStatus", "0");
        fields.put("rowsBefore", "42");
        fields.put("rowsChanged", "42");
        fields.put("rowsAfter", "0");
        fields.put("expectedRemainder", "0");
        fields.put("logPointer", "vets-api-worker");
        fields.put("summary", "Every row was changed, and a second run changes none.");
        fields.put("declaration", "true");
        return fields;
    }

    /** The production run scheduled, in a window that is open now. */
    public static Map<String, Object> schedule(String operator) {
        return Map.of(
                "schedulingDecision",
                "schedule",
                "windowStart",
                ago(Duration.ofDays(1)),
                "windowEnd",
                ago(Duration.ofDays(-1)),
                "operator",
                operator);
    }

    /** A successful production run that just ended. */
    public static Map<String, Object> run() {
        Map<String, Object> entered = new LinkedHashMap<>();
        entered.put("runOutcome", "success");
        entered.put("runSession", "operator-0f3c1a9be27d4e551");
        entered.put("runStarted", ago(Duration.ofHours(1)));
        entered.put("runEnded", ago(Duration.ZERO));
        entered.put("runExitStatus", 0L);
        entered.put("runRowsChanged", 42L);
        entered.put("runAssistedBy", "creator");
        entered.put("runNotes", "As in staging.");
        return entered;
    }

    private static String ago(Duration time) {
        return Instant.now().minus(time).toString();
    }
}
