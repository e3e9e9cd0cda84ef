package io.rakegate.audit;

import io.rakegate.process.Waiting;
import io.rakegate.process.WaitingTasks;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.Outcome;
import io.rakegate.pullrequest.PullRequestRef;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Component;

/** Reads what a list says about each change, with a few questions for all of a page instead of several for each. */
@Component
class ChangeRows {

    private final HistoryService historyService;
    private final WaitingTasks waitingTasks;
    private final Clock clock;

    ChangeRows(HistoryService historyService, WaitingTasks waitingTasks, Clock clock) {
        this.historyService = historyService;
        this.waitingTasks = waitingTasks;
        this.clock = clock;
    }

    List<ChangeRow> of(List<HistoricProcessInstance> instances) {
        if (instances.isEmpty()) {
            return List.of();
        }
        String[] ids = instances.stream().map(HistoricProcessInstance::getId).toArray(String[]::new);
        Map<String, String> titles = texts(ids, ChangeVariables.PULL_REQUEST_TITLE.name());
        Map<String, String> teams = texts(ids, ChangeVariables.TEAM.name());
        Map<String, Outcome> outcomes = outcomes(instances);
        return instances.stream()
                .map(instance -> row(
                        instance,
                        titles.getOrDefault(instance.getId(), ""),
                        teams.getOrDefault(instance.getId(), ""),
                        instance.getEndTime() == null
                                ? ChangeState.RUNNING
                                : ChangeState.ended(outcomes.get(instance.getId()))))
                .toList();
    }

    private ChangeRow row(HistoricProcessInstance instance, String title, String team, ChangeState state) {
        boolean running = instance.getEndTime() == null;
        List<Waiting> waiting = running ? waitingTasks.of(instance.getId()) : List.of();
        Instant now = clock.instant();
        return new ChangeRow(
                PullRequestRef.fromKey(instance.getBusinessKey()),
                title,
                team,
                state,
                waiting,
                waiting.stream().anyMatch(turn -> turn.isOverdue(now)),
                instance.getStartTime().toInstant(),
                running ? null : instance.getEndTime().toInstant());
    }

    private Map<String, String> texts(String[] processInstanceIds, String variable) {
        Map<String, String> texts = new HashMap<>();
        historyService
                .createHistoricVariableInstanceQuery()
                .processInstanceIdIn(processInstanceIds)
                .variableName(variable)
                .list()
                .forEach(kept -> texts.put(kept.getProcessInstanceId(), String.valueOf(kept.getValue())));
        return texts;
    }

    private Map<String, Outcome> outcomes(List<HistoricProcessInstance> instances) {
        Map<String, Outcome> outcomes = new HashMap<>();
        Set<String> open = new HashSet<>();
        instances.stream()
                .filter(instance -> instance.getEndTime() != null)
                .forEach(instance -> open.add(instance.getId()));
        for (Outcome outcome : Outcome.values()) {
            if (!open.isEmpty()) {
                historyService
                        .createHistoricProcessInstanceQuery()
                        .processInstanceIds(Set.copyOf(open))
                        .executedActivityIdIn(outcome.id())
                        .list()
                        .forEach(ended -> {
                            outcomes.put(ended.getId(), outcome);
                            open.remove(ended.getId());
                        });
            }
        }
        return outcomes;
    }
}
