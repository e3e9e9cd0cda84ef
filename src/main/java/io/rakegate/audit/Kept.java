package io.rakegate.audit;

import io.rakegate.process.catalogue.Variable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;

/** The variables of a change as history has them: those of the change itself, the newest value of each. */
final class Kept {

    private final Map<String, Object> values;

    private Kept(Map<String, Object> values) {
        this.values = values;
    }

    static Kept of(HistoryService historyService, String processInstanceId) {
        Map<String, Object> values = new HashMap<>();
        historyService
                .createHistoricVariableInstanceQuery()
                .executionIdIn(processInstanceId)
                .list()
                .forEach(variable -> values.put(variable.getName(), variable.getValue()));
        return new Kept(values);
    }

    <T> Optional<T> find(Variable<T> variable) {
        return Optional.ofNullable(variable.read(values.get(variable.name())));
    }

    String text(Variable<String> variable) {
        return find(variable).orElse("");
    }
}
