package io.rakegate.process.task;

import io.rakegate.announcement.Announcements;
import io.rakegate.process.catalogue.ChangeVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Step 7: "Schedule and announce prod database rake task in platform architecture slack channel." */
@Component
class AnnounceProductionRun implements JavaDelegate {

    private final Announcements announcements;
    private final AnnouncementTexts texts;

    AnnounceProductionRun(Announcements announcements, AnnouncementTexts texts) {
        this.announcements = announcements;
        this.texts = texts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String link = announcements.announce(texts.productionRun(execution));
        ChangeVariables.RUN_ANNOUNCEMENT.set(execution, link);
    }
}
