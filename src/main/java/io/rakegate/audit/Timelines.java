package io.rakegate.audit;

import io.rakegate.evidence.Evidence;
import io.rakegate.evidence.Quarantined;
import io.rakegate.process.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every act in the life of a change in one line of time: people's, their evidence, and what Rakegate did between. */
@Component
class Timelines {

    private static final Set<String> AUTOMATIC = Set.of(ActivityTypes.TASK_SERVICE, ActivityTypes.CALL_ACTIVITY);

    private final PersonsActs acts;

    Timelines(PersonsActs acts) {
        this.acts = acts;
    }

    List<TimelineEntry> of(
            Change change,
            List<HistoricActivityInstance> activities,
            List<EvidenceLine> evidence,
            List<Quarantined> asked) {
        List<TimelineEntry> entries = new ArrayList<>(acts.of(change.processInstanceId()));
        evidence.forEach(line -> entries.add(uploaded(line.evidence())));
        asked.forEach(file -> falseAlarm(file, entries));
        activities.stream()
                .filter(activity -> AUTOMATIC.contains(activity.getActivityType()))
                .filter(activity -> activity.getEndTime() != null)
                .forEach(activity -> entries.add(automatic(activity.getEndTime().toInstant(), done(activity))));
        Instant end = change.endedAt();
        if (end != null) {
            entries.add(automatic(end, "The change has ended: " + words(change)));
        }
        entries.sort(Comparator.comparing(TimelineEntry::at));
        return entries;
    }

    private static String words(Change change) {
        return change.outcome() == null
                ? ChangeState.DELETED.words()
                : change.outcome().words();
    }

    private static String done(HistoricActivityInstance activity) {
        return activity.getActivityName() + (activity.isCanceled() ? " (interrupted)" : "");
    }

    private static TimelineEntry automatic(Instant at, String what) {
        return new TimelineEntry(at, null, what, null, Map.of());
    }

    private static TimelineEntry uploaded(Evidence evidence) {
        Map<String, String> entered = new LinkedHashMap<>();
        entered.put("File", evidence.fileName() + " (SHA-256 " + evidence.sha256() + ")");
        putIfGiven(entered, "Exit status", evidence.exitStatus());
        putIfGiven(entered, "Rows changed", evidence.rowsChanged());
        putIfGiven(entered, "Summary", evidence.summary());
        return new TimelineEntry(
                evidence.uploadedAt(),
                evidence.uploadedBy(),
                "uploaded " + evidence.environment().slug() + " evidence",
                evidence.headSha(),
                entered);
    }

    private static void falseAlarm(Quarantined file, List<TimelineEntry> entries) {
        entries.add(new TimelineEntry(
                file.uploadedAt(),
                file.uploadedBy(),
                "asked to accept “" + file.fileName() + "” ("
                        + file.environment().slug() + ") as a false alarm",
                file.headSha(),
                Map.of("Reason", file.reason())));
        Quarantined.Decision decision = file.decision();
        if (decision != null) {
            entries.add(new TimelineEntry(
                    decision.at(),
                    decision.by(),
                    (decision.accepted() ? "accepted “" : "refused “") + file.fileName() + "” as a false alarm",
                    file.headSha(),
                    Map.of("Reason", decision.reason())));
        }
    }

    private static void putIfGiven(Map<String, String> entered, String words, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            entered.put(words, value.toString());
        }
    }
}
