package io.rakegate.audit;

import io.rakegate.process.catalogue.Variable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricDetail;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.springframework.stereotype.Component;

/** How a variable of a change came to its value, across every time it was taken away and set again. */
@Component
class VariableHistory {

    private final HistoryService historyService;

    VariableHistory(HistoryService historyService) {
        this.historyService = historyService;
    }

    /** Every value it had, oldest first; a null value is its removal. */
    List<HistoricVariableUpdate> of(String processInstanceId, Variable<?> variable) {
        List<HistoricVariableUpdate> updates = new ArrayList<>();
        for (HistoricVariableInstance instance : instances(processInstanceId, variable)) {
            historyService
                    .createHistoricDetailQuery()
                    .variableUpdates()
                    .variableInstanceId(instance.getId())
                    .orderPartiallyByOccurrence()
                    .asc()
                    .list()
                    .forEach(update -> updates.add((HistoricVariableUpdate) update));
        }
        updates.sort(Comparator.comparing(HistoricDetail::getTime));
        return updates;
    }

    /** The value it had at a moment. */
    <T> Optional<T> at(String processInstanceId, Variable<T> variable, Date moment) {
        return instances(processInstanceId, variable).stream()
                .flatMap(instance -> historyService
                        .createHistoricDetailQuery()
                        .variableUpdates()
                        .variableInstanceId(instance.getId())
                        .occurredBefore(moment)
                        .orderByTime()
                        .desc()
                        .listPage(0, 1)
                        .stream())
                .max(Comparator.comparing(HistoricDetail::getTime))
                .map(update -> variable.read(((HistoricVariableUpdate) update).getValue()));
    }

    private List<HistoricVariableInstance> instances(String processInstanceId, Variable<?> variable) {
        return historyService
                .createHistoricVariableInstanceQuery()
                .processInstanceId(processInstanceId)
                .variableName(variable.name())
                .includeDeleted()
                .list();
    }
}
