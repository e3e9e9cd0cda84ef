package io.rakegate.process.task;

import io.rakegate.announcement.Announcements;
import io.rakegate.process.catalogue.ChangeVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Reminds whoever is waited for of each task that is past its due date. */
@Component
class RemindWhoIsWaitedFor implements JavaDelegate {

    private final OverdueTasks overdueTasks;
    private final Announcements announcements;
    private final AnnouncementTexts texts;

    RemindWhoIsWaitedFor(OverdueTasks overdueTasks, Announcements announcements, AnnouncementTexts texts) {
        this.overdueTasks = overdueTasks;
        this.announcements = announcements;
        this.texts = texts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        for (Task task : overdueTasks.of(execution)) {
            announcements.announce(texts.reminder(execution, task, overdueTasks.round(task)));
        }
        ChangeVariables.LONG_OVERDUE.set(
                execution, !overdueTasks.toEscalate(execution).isEmpty());
    }
}
