package io.rakegate.process.listener;

import io.rakegate.process.Briefings;
import io.rakegate.process.FindingRows;
import io.rakegate.process.OperatorChoices;
import io.rakegate.process.ProcessProperties;
import io.rakegate.process.Progress;
import io.rakegate.process.catalogue.ChangeVariables;
import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * Every user task gets a due date and what its form shows when it appears, and the pull request is brought up to date: "Nothing
 * waits silently."
 */
@Component
class UserTaskCreated implements TaskListener {

    private final ProcessProperties properties;
    private final Briefings briefings;
    private final OperatorChoices operatorChoices;
    private final FindingRows findingRows;
    private final Progress progress;
    private final Clock clock;

    UserTaskCreated(
            ProcessProperties properties,
            Briefings briefings,
            OperatorChoices operatorChoices,
            FindingRows findingRows,
            Progress progress,
            Clock clock) {
        this.properties = properties;
        this.briefings = briefings;
        this.operatorChoices = operatorChoices;
        this.findingRows = findingRows;
        this.progress = progress;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        task.setDueDate(Date.from(clock.instant().plus(properties.dueAfter(task.getTaskDefinitionKey()))));
        ChangeVariables.BRIEFING.setLocal(task, briefings.of(task));
        operatorChoices.offer(task);
        findingRows.offer(task);
        progress.made(task.getExecution());
    }
}
