package io.rakegate.audit;

import io.rakegate.process.catalogue.Variable;
import java.time.Instant;
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

    /** The value it had at a moment, of every value it had. */
    static <T> Optional<T> at(List<HistoricVariableUpdate> updates, Variable<T> variable, Date moment) {
        Instant time = moment.toInstant();
        return updates.stream()
                .filter(update -> !update.getTime().toInstant().isAfter(time))
                .reduce((first, second) -> second)
                .map(update -> variable.read(update.getValue()));
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
