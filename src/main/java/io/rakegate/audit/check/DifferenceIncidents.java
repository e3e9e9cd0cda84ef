package io.rakegate.audit.check;

import io.rakegate.process.Change;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Incident;
import org.springframework.stereotype.Component;

/** Shows in Cockpit, as an incident of the change, that its record was changed; takes it back when it no longer is. */
@Component
class DifferenceIncidents {

    /** The incident's type. */
    static final String TYPE = "auditDifference";

    private static final int LONGEST = 2_000;

    private final RuntimeService runtimeService;

    DifferenceIncidents(RuntimeService runtimeService) {
        this.runtimeService = runtimeService;
    }

    /** For a change that runs; one that has ended has no place in Cockpit any more. */
    void show(Change change, RecordCheck.Result result) {
        if (!change.isRunning()) {
            return;
        }
        List<Incident> open = runtimeService
                .createIncidentQuery()
                .processInstanceId(change.processInstanceId())
                .incidentType(TYPE)
                .list();
        if (result.isWhole()) {
            open.forEach(incident -> runtimeService.resolveIncident(incident.getId()));
        } else if (open.isEmpty()) {
            ActivityInstance whole = runtimeService.getActivityInstance(change.processInstanceId());
            place(whole)
                    .ifPresent(execution -> runtimeService.createIncident(
                            TYPE, execution, change.processInstanceId(), sentence(result)));
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

    private static String sentence(RecordCheck.Result result) {
        String all = "Somebody changed what is recorded: " + String.join(" ", result.differences());
        return all.length() <= LONGEST ? all : all.substring(0, LONGEST) + " …";
    }
}
