package io.rakegate.process;

import io.rakegate.policy.Finding;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.Outcome;
import io.rakegate.process.catalogue.Step;
import io.rakegate.process.catalogue.Variable;
import io.rakegate.pullrequest.Mergeability;
import io.rakegate.pullrequest.PullRequestRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a change out of the engine's history, running or ended. */
@Component
class ChangeReading {

    private static final String ENDS =
            "select * from act_hi_actinst where proc_inst_id_ = #{instance} and end_time_ is not null and act_id_ in (%s)"
                    .formatted(Stream.of(Outcome.values())
                            .map(outcome -> "'" + outcome.id() + "'")
                            .collect(Collectors.joining(", ")));

    private final HistoryService historyService;
    private final WaitingTasks waitingTasks;

    ChangeReading(HistoryService historyService, WaitingTasks waitingTasks) {
        this.historyService = historyService;
        this.waitingTasks = waitingTasks;
    }

    Change read(HistoricProcessInstance instance) {
        Map<String, Object> kept = variablesOf(instance.getId());
        boolean running = instance.getEndTime() == null;
        List<Waiting> waiting = running ? waitingTasks.of(instance.getId()) : List.of();
        return new Change(
                PullRequestRef.fromKey(instance.getBusinessKey()),
                instance.getId(),
                value(kept, ChangeVariables.PULL_REQUEST, instance.getBusinessKey()),
                value(kept, ChangeVariables.PULL_REQUEST_TITLE, ""),
                value(kept, ChangeVariables.TEAM, ""),
                value(kept, ChangeVariables.COMMAND, ""),
                ChangeVariables.HEAD_SHA.read(kept.get(ChangeVariables.HEAD_SHA.name())),
                running ? step(kept, waiting) : null,
                waiting,
                running ? missing(kept, waiting) : List.of(),
                outcome(instance),
                instance.getStartTime().toInstant(),
                instant(instance.getEndTime()));
    }

    /** Before the pull request was first read, a change is at its first step. */
    private static Step step(Map<String, Object> kept, List<Waiting> waiting) {
        return kept.containsKey(ChangeVariables.HEAD_SHA.name()) ? Standing.step(waiting) : Step.CREATE;
    }

    private Map<String, Object> variablesOf(String processInstanceId) {
        Map<String, Object> kept = new HashMap<>();
        List<HistoricVariableInstance> variables = historyService
                .createHistoricVariableInstanceQuery()
                .executionIdIn(processInstanceId)
                .list();
        variables.forEach(variable -> kept.put(variable.getName(), variable.getValue()));
        return kept;
    }

    private static List<String> missing(Map<String, Object> kept, List<Waiting> waiting) {
        List<String> missing = new ArrayList<>();
        String hindrance = MergeHindrance.of(
                value(kept, ChangeVariables.MERGEABILITY, Mergeability.UNKNOWN),
                value(kept, ChangeVariables.MERGED, false),
                waiting.isEmpty() && approved(kept));
        if (!hindrance.isBlank()) {
            missing.add(hindrance);
        }
        value(kept, ChangeVariables.FINDINGS, List.<Finding>of()).stream()
                .filter(Finding::isBlocking)
                .map(Finding::sentence)
                .forEach(missing::add);
        String answers = value(kept, ChangeVariables.ANSWERS_NOTICE, "");
        if (!answers.isBlank()) {
            missing.add(answers);
        }
        value(kept, ChangeVariables.MISSING_DOCUMENTS, "")
                .lines()
                .filter(line -> !line.isBlank() && !missing.contains(line))
                .forEach(missing::add);
        return missing;
    }

    private static boolean approved(Map<String, Object> kept) {
        return ApprovalVariables.both().stream().allMatch(approval -> value(kept, approval.reviewFound(), false));
    }

    private @Nullable Outcome outcome(HistoricProcessInstance instance) {
        if (instance.getEndTime() == null) {
            return null;
        }
        // not all it came through: what looks and reminds beside the path leaves thousands in a change's life
        return historyService
                .createNativeHistoricActivityInstanceQuery()
                .sql(ENDS)
                .parameter("instance", instance.getId())
                .list()
                .stream()
                .flatMap(activity -> Outcome.withId(activity.getActivityId()).stream())
                .findFirst()
                .orElse(null);
    }

    private static <T> T value(Map<String, Object> kept, Variable<T> variable, T otherwise) {
        T value = variable.read(kept.get(variable.name()));
        return value == null ? otherwise : value;
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
