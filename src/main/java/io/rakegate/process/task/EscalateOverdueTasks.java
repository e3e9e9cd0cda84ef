package io.rakegate.process.task;

import io.rakegate.announcement.Announcements;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Tells Platform leadership about each task that is long overdue, once per task. */
@Component
class EscalateOverdueTasks implements JavaDelegate {

    private final OverdueTasks overdueTasks;
    private final Announcements announcements;
    private final AnnouncementTexts texts;

    EscalateOverdueTasks(OverdueTasks overdueTasks, Announcements announcements, AnnouncementTexts texts) {
        this.overdueTasks = overdueTasks;
        this.announcements = announcements;
        this.texts = texts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        for (Task task : overdueTasks.toEscalate(execution)) {
            announcements.announce(texts.escalation(execution, task));
            overdueTasks.escalated(execution, task);
        }
    }
}
