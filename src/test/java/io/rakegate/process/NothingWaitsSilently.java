package io.rakegate.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rakegate.announcement.Announcement;
import io.rakegate.process.catalogue.UserTask;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Due dates, reminders and the one escalation. */
class NothingWaitsSilently extends ProcessTestBase {

    @Autowired
    TaskService taskService;

    @Test
    void everyTaskHasADueDate() {
        change.startPrepared();

        assertThat(change.task(UserTask.ANSWER_REQUIRED_QUESTIONS).getDueDate()).isNotNull();
    }

    @Test
    void whatIsNotOverdueIsNotReminded() {
        change.startPrepared();

        change.fireTimer("Start_TimeToRemind");

        assertThat(announcements.said).isEmpty();
    }

    @Test
    void anOverdueTaskIsRemindedAndNotYetEscalated() {
        change.startPrepared();
        overdueBy(Duration.ofHours(1));

        change.fireTimer("Start_TimeToRemind");

        assertThat(announcements.count(Announcement.Kind.REMINDER)).isOne();
        assertThat(announcements.count(Announcement.Kind.ESCALATION)).isZero();
    }

    @Test
    void aLongOverdueTaskIsEscalatedOnce() {
        change.startPrepared();
        overdueBy(Duration.ofDays(3));

        change.fireTimer("Start_TimeToRemind");
        announcements.said.clear();
        change.fireTimer("Start_TimeToRemind");

        assertThat(announcements.count(Announcement.Kind.ESCALATION)).isZero();
        assertThat(announcements.count(Announcement.Kind.REMINDER)).isOne();
    }

    @Test
    void whatIsAnnouncedShowsNobodyEvenIfATitleDoes() {
        pullRequests.title = "Fix jane.doe@example.com, ssn 123-45-6789";
        change.startPrepared();
        overdueBy(Duration.ofDays(3));

        change.fireTimer("Start_TimeToRemind");

        assertThat(announcements.said.values())
                .isNotEmpty()
                .allSatisfy(one ->
                        assertThat(one.text()).contains("Fix [redacted]").doesNotContain("jane.doe", "123-45-6789"));
        assertThat(pullRequests.comments.values())
                .isNotEmpty()
                .allSatisfy(comment -> assertThat(comment).doesNotContain("jane.doe", "123-45-6789"));
    }

    private void overdueBy(Duration late) {
        Task task = change.task(UserTask.ANSWER_REQUIRED_QUESTIONS);
        task.setDueDate(Date.from(Instant.now().minus(late)));
        taskService.saveTask(task);
    }
}
