package io.rakegate.process.task;

import io.rakegate.announcement.Announcements;
import io.rakegate.process.catalogue.ChangeVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Step 10: "Announce in platform architecture slack channel the completion of the prod database change." */
@Component
class AnnounceCompletion implements JavaDelegate {

    private final Announcements announcements;
    private final AnnouncementTexts texts;

    AnnounceCompletion(Announcements announcements, AnnouncementTexts texts) {
        this.announcements = announcements;
        this.texts = texts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String link = announcements.announce(texts.completion(execution));
        ChangeVariables.COMPLETION_ANNOUNCEMENT.set(execution, link);
    }
}
