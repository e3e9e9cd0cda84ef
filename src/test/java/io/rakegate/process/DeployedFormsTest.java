package io.rakegate.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rakegate.process.catalogue.ProdDbChange;
import io.rakegate.process.catalogue.UserTask;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The engine finds the form of every task, and of the start, in the deployment of the diagram. */
class DeployedFormsTest extends ProcessTestBase {

    private static final EnumSet<UserTask> FROM_THE_SCHEDULE_ON = EnumSet.of(
            UserTask.SCHEDULE_PRODUCTION_RUN,
            UserTask.RUN_IN_PRODUCTION,
            UserTask.VALIDATE_PRODUCTION_CHANGE,
            UserTask.RUN_BACKOUT);

    @Autowired
    FormService formService;

    @Autowired
    RepositoryService repositoryService;

    @Autowired
    TaskService taskService;

    private final Set<UserTask> opened = EnumSet.noneOf(UserTask.class);

    @Test
    void theFormOfTheStartOpens() {
        String definition = repositoryService
                .createProcessDefinitionQuery()
                .processDefinitionKey(ProdDbChange.KEY)
                .latestVersion()
                .singleResult()
                .getId();

        assertThat(text(formService.getDeployedStartForm(definition))).isEqualTo(file("request-change.form"));
    }

    @Test
    void theFormsOfTheTasksUntilStagingOpen() {
        untilTheFollowUp();

        assertThat(opened).containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(FROM_THE_SCHEDULE_ON));
    }

    @Test
    void theFormsOfTheTasksFromTheScheduleOnOpen() {
        fromTheScheduleOn();

        assertThat(opened).containsExactlyInAnyOrderElementsOf(FROM_THE_SCHEDULE_ON);
    }

    private void untilTheFollowUp() {
        pullRequests.open(7, ChangeDriver.SHA, "rakelib/backfill.rake", ChangeDriver.BODY);
        change.start("claims");
        open();
        pullRequests.moveFile(7, "d".repeat(40), "rakelib/prod/backfill.rake");
        change.complete("creator", UserTask.MOVE_RAKE_TASK, Map.of());
        open();
        change.complete("creator", UserTask.ANSWER_REQUIRED_QUESTIONS, Map.of());
        open();
        change.upload(UserTask.UPLOAD_LOCAL_EVIDENCE, "creator", Map.of());
        open();
        change.upload(UserTask.UPLOAD_DEVELOPMENT_EVIDENCE, "creator", Map.of());
        open();
        change.approveBoth();
        change.mergeAndLook();
        open();
        change.upload(UserTask.UPLOAD_STAGING_EVIDENCE, "creator", Map.of("stagingOutcome", "failed"));
        open();
    }

    private void fromTheScheduleOn() {
        change.toStaging();
        change.stage();
        open();
        change.schedule();
        open();
        change.complete("operator", UserTask.RUN_IN_PRODUCTION, ChangeDriver.ran("success"));
        open();
        change.upload(UserTask.VALIDATE_PRODUCTION_CHANGE, "creator", Map.of("validationOutcome", "needsBackout"));
        open();
    }

    /** Opens the form of every task that is open, as Tasklist does. */
    private void open() {
        for (Task task : taskService.createTaskQuery().initializeFormKeys().list()) {
            UserTask kind = UserTask.withId(task.getTaskDefinitionKey()).orElseThrow();
            String name = task.getCamundaFormRef() == null
                    ? "upload-evidence.html"
                    : task.getCamundaFormRef().getKey() + ".form";
            assertThat(text(formService.getDeployedTaskForm(task.getId())))
                    .as(task.getName())
                    .isEqualTo(file(name));
            opened.add(kind);
        }
    }

    private static String file(String name) {
        try {
            return Files.readString(Path.of("processes/forms", name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(InputStream form) {
        try (form) {
            return new String(form.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
