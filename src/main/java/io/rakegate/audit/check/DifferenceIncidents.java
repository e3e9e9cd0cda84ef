package io.rakegate.audit.check;

import io.rakegate.process.Change;
import io.rakegate.process.ChangedRecords;
import io.rakegate.process.RecordChanged;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Incident;
import org.springframework.stereotype.Component;

/**
 * Shows in Cockpit, as an incident, that the record of a change was changed; takes it back when it no longer is. The
 * incident stands at a change that runs, and at a case of its own for one that has ended.
 */
@Component
class DifferenceIncidents {

    /** The type of an incident at a change that runs. */
    static final String TYPE = "auditDifference";

    private final RuntimeService runtimeService;
    private final ChangedRecords ended;

    DifferenceIncidents(RuntimeService runtimeService, ChangedRecords ended) {
        this.runtimeService = runtimeService;
        this.ended = ended;
    }

    /**
     * Brings Cockpit up to date with what came of a check.
     *
     * @param differences what does not fit, each a sentence; empty if everything does
     */
    void show(Change change, List<String> differences) {
        if (change.isRunning()) {
            showAtTheChange(change, differences);
        } else if (differences.isEmpty()) {
            ended.compareAgain(change);
        } else {
            ended.report(change);
        }
    }

    private void showAtTheChange(Change change, List<String> differences) {
        List<Incident> open = runtimeService
                .createIncidentQuery()
                .processInstanceId(change.processInstanceId())
                .incidentType(TYPE)
                .list();
        if (differences.isEmpty()) {
            open.forEach(incident -> runtimeService.resolveIncident(incident.getId()));
        } else if (open.isEmpty()) {
            ActivityInstance whole = runtimeService.getActivityInstance(change.processInstanceId());
            place(whole)
                    .ifPresent(execution -> runtimeService.createIncident(
                            TYPE, execution, change.processInstanceId(), RecordChanged.sentence(change, differences)));
        }
    }

    /** An incident stands at an element of the diagram: at one where the change is now. */
    private static Optional<String> place(ActivityInstance scope) {
        Optional<String> within = Stream.of(scope.getChildActivityInstances())
                .flatMap(child -> place(child).stream())
                .findFirst();
        boolean element = scope.getParentActivityInstanceId() != null && scope.getExecutionIds().length > 0;
        return within.isPresent() || !element ? within : Optional.of(scope.getExecutionIds()[0]);
    }
}
