package io.rakegate.process.task;

import io.rakegate.announcement.Announcements;
import io.rakegate.process.catalogue.ChangeVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The back-out is announced where the run was announced. */
@Component
class AnnounceBackout implements JavaDelegate {

    private final Announcements announcements;
    private final AnnouncementTexts texts;

    AnnounceBackout(Announcements announcements, AnnouncementTexts texts) {
        this.announcements = announcements;
        this.texts = texts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String link = announcements.announce(texts.backout(execution));
        ChangeVariables.BACKOUT_ANNOUNCEMENT.set(execution, link);
    }
}
