package io.rakegate.audit;

import io.rakegate.process.catalogue.Act;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.UserTask;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.springframework.stereotype.Component;

/** What stood before a person when they acted: the briefing that their task ended with. */
@Component
class WhatWasSeen {

    private final HistoryService historyService;

    WhatWasSeen(HistoryService historyService) {
        this.historyService = historyService;
    }

    /** The briefing of the task that an act completed, as text; empty if it is not kept. */
    String of(String processInstanceId, UserTask task, Act act) {
        return taskOf(processInstanceId, task, act).flatMap(this::briefing).orElse("");
    }

    private Optional<HistoricTaskInstance> taskOf(String processInstanceId, UserTask task, Act act) {
        return historyService
                .createHistoricTaskInstanceQuery()
                .processInstanceId(processInstanceId)
                .taskDefinitionKey(task.id())
                .finished()
                .list()
                .stream()
                .min(Comparator.comparing(
                        done -> Duration.between(done.getEndTime().toInstant(), act.at())
                                .abs()));
    }

    private Optional<String> briefing(HistoricTaskInstance task) {
        return historyService
                .createHistoricVariableInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .taskIdIn(task.getId())
                .variableName(ChangeVariables.BRIEFING.name())
                .includeDeleted()
                .list()
                .stream()
                .map(HistoricVariableInstance::getValue)
                .map(ChangeVariables.BRIEFING::read)
                .filter(text -> text != null && !text.isBlank())
                .findFirst()
                .map(WhatWasSeen::withoutMarks);
    }

    /** A briefing is Markdown with what people wrote escaped; read as text, the escapes say nothing. */
    private static String withoutMarks(String briefing) {
        return briefing.replaceAll("\\\\(\\p{Punct})", "$1").replace("**", "").strip();
    }
}
