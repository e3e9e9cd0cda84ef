package io.rakegate.audit;

import io.rakegate.process.catalogue.ChangeVariables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.springframework.stereotype.Component;

/**
 * What people did to a change, as the engine's operation log has it: who acted is who was logged in, whatever a task's
 * assignee says.
 */
@Component
class PersonsActs {

    private final HistoryService historyService;
    private final VariableHistory variables;

    PersonsActs(HistoryService historyService, VariableHistory variables) {
        this.historyService = historyService;
        this.variables = variables;
    }

    List<TimelineEntry> of(String processInstanceId) {
        Map<String, HistoricTaskInstance> tasks = tasksOf(processInstanceId);
        List<HistoricVariableUpdate> heads = variables.of(processInstanceId, ChangeVariables.HEAD_SHA);
        List<TimelineEntry> acts = new ArrayList<>();
        operations(processInstanceId).forEach(operation -> acts.add(entry(processInstanceId, operation, tasks, heads)));
        acts.addAll(withdrawals(processInstanceId, heads));
        return acts;
    }

    /** The operation log has a message without the case that it went to, so the withdrawal tells of itself. */
    private List<TimelineEntry> withdrawals(String processInstanceId, List<HistoricVariableUpdate> heads) {
        Map<String, String> entered = new LinkedHashMap<>();
        variables
                .of(processInstanceId, ChangeVariables.WITHDRAWAL_REASON)
                .forEach(update -> entered.put("Reason", String.valueOf(update.getValue())));
        return variables.of(processInstanceId, ChangeVariables.WITHDRAWN_BY).stream()
                .map(update -> new TimelineEntry(
                        update.getTime().toInstant(),
                        String.valueOf(update.getValue()),
                        "withdrew the change",
                        VariableHistory.at(heads, ChangeVariables.HEAD_SHA, update.getTime())
                                .orElse(null),
                        entered))
                .toList();
    }

    private Map<String, HistoricTaskInstance> tasksOf(String processInstanceId) {
        return historyService.createHistoricTaskInstanceQuery().processInstanceId(processInstanceId).list().stream()
                .collect(Collectors.toMap(HistoricTaskInstance::getId, task -> task));
    }

    /** One operation is logged as one entry for each property that it touched. */
    private Collection<List<UserOperationLogEntry>> operations(String processInstanceId) {
        return historyService
                .createUserOperationLogQuery()
                .processInstanceId(processInstanceId)
                .orderByTimestamp()
                .asc()
                .list()
                .stream()
                .filter(entry -> entry.getUserId() != null)
                .collect(Collectors.groupingBy(
                        entry -> entry.getOperationId() + entry.getOperationType() + entry.getTaskId(),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values();
    }

    private TimelineEntry entry(
            String processInstanceId,
            List<UserOperationLogEntry> operation,
            Map<String, HistoricTaskInstance> tasks,
            List<HistoricVariableUpdate> heads) {
        UserOperationLogEntry first = operation.get(0);
        HistoricTaskInstance task = tasks.get(Objects.requireNonNullElse(first.getTaskId(), ""));
        return new TimelineEntry(
                first.getTimestamp().toInstant(),
                first.getUserId(),
                what(operation, task == null ? "a task" : task.getName()),
                VariableHistory.at(heads, ChangeVariables.HEAD_SHA, first.getTimestamp())
                        .orElse(null),
                entered(processInstanceId, first));
    }

    private Map<String, String> entered(String processInstanceId, UserOperationLogEntry operation) {
        Map<String, String> values = new LinkedHashMap<>();
        historyService
                .createHistoricDetailQuery()
                .processInstanceId(processInstanceId)
                .userOperationId(operation.getOperationId())
                .variableUpdates()
                .orderPartiallyByOccurrence()
                .asc()
                .list()
                .forEach(detail -> {
                    HistoricVariableUpdate update = (HistoricVariableUpdate) detail;
                    if (update.getValue() != null) {
                        values.put(
                                update.getVariableName(), Entered.shown(update.getVariableName(), update.getValue()));
                    }
                });
        Map<String, String> entered = new LinkedHashMap<>();
        Entered.words().forEach((name, words) -> {
            String value = values.getOrDefault(name, "");
            if (!value.isBlank()) {
                entered.put(words, Entered.shown(value));
            }
        });
        return entered;
    }

    private static String what(List<UserOperationLogEntry> operation, String task) {
        UserOperationLogEntry first = operation.get(0);
        return switch (first.getOperationType()) {
            case UserOperationLogEntry.OPERATION_TYPE_COMPLETE -> "completed “" + task + "”";
            case UserOperationLogEntry.OPERATION_TYPE_CLAIM -> "claimed “" + task + "”";
            case UserOperationLogEntry.OPERATION_TYPE_ASSIGN ->
                "gave “" + task + "” to " + newValue(operation, "assignee", "nobody");
            case "Refuse" -> "was refused “" + task + "”: " + newValue(operation, "refusal", "");
            case UserOperationLogEntry.OPERATION_TYPE_CREATE -> "asked for the change";
            default -> other(operation);
        };
    }

    /** What nobody should have to do, such as a change of a variable in Cockpit, is shown as the log has it. */
    private static String other(List<UserOperationLogEntry> operation) {
        UserOperationLogEntry first = operation.get(0);
        String properties = operation.stream()
                .filter(entry -> entry.getProperty() != null)
                .map(entry -> entry.getProperty() + ": " + Objects.requireNonNullElse(entry.getNewValue(), "–"))
                .collect(Collectors.joining(", "));
        return first.getOperationType() + " (" + first.getEntityType() + ")"
                + (properties.isEmpty() ? "" : " " + properties);
    }

    private static String newValue(List<UserOperationLogEntry> operation, String property, String otherwise) {
        return operation.stream()
                .filter(entry -> property.equals(entry.getProperty()) && entry.getNewValue() != null)
                .map(UserOperationLogEntry::getNewValue)
                .findFirst()
                .orElse(otherwise);
    }
}
