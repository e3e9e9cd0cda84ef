package io.rakegate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rakegate.process.catalogue.UserTask;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A person acts while a look at the pull request begins or ends: the task's execution moves under the act. */
class LostRaces extends ProcessTestBase {

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    ManagementService managementService;

    private String taskId = "";

    enum Completing {
        BY_TASK,
        BY_FORM
    }

    @BeforeEach
    void theRunIsWaitedFor() {
        change.toRun();
        taskId = change.task(UserTask.RUN_IN_PRODUCTION).getId();
    }

    @ParameterizedTest
    @EnumSource
    void whatWasEnteredCountsThoughALookEndsMeanwhile(Completing how) {
        beginToLook();

        change.as("operator", () -> execute(new Meanwhile<>(taskId, completing(how), change::runJobs)));
        change.runJobs();

        assertThat(change.isOpen(UserTask.RUN_IN_PRODUCTION)).isFalse();
        assertThat(change.isOpen(UserTask.VALIDATE_PRODUCTION_CHANGE)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void whatWasEnteredCountsThoughALookBeginsMeanwhile(Completing how) {
        change.as("operator", () -> execute(new Meanwhile<>(taskId, completing(how), this::beginToLook)));
        change.runJobs();

        assertThat(change.isOpen(UserTask.RUN_IN_PRODUCTION)).isFalse();
        assertThat(change.isOpen(UserTask.VALIDATE_PRODUCTION_CHANGE)).isTrue();
    }

    @Test
    void nobodySlipsPastTheSidesThoughALookEndsMeanwhile() {
        people.put("console", 1004, "console-services", "prod-operators");
        beginToLook();

        var assigning = new Meanwhile<>(taskId, new AssignTaskCmd(taskId, "console"), change::runJobs);

        assertThatThrownBy(() -> change.as("operator", () -> execute(assigning)))
                .hasMessageContaining("You are already its Console Services approver");
        assertThat(change.task(UserTask.RUN_IN_PRODUCTION).getAssignee()).isEqualTo("operator");
    }

    @Test
    void aJobThatLostARaceRunsAgainAtOnceAndOneThatFailedWaits() {
        beginToLook();
        Job job = look();
        int attempts = job.getRetries();

        execute(engine.getFailedJobCommandFactory()
                .getCommand(job.getId(), new OptimisticLockingException("somebody was faster")));

        assertThat(look().getDuedate()).isNull();
        assertThat(look().getRetries()).isEqualTo(attempts);

        execute(engine.getFailedJobCommandFactory().getCommand(job.getId(), new IllegalStateException("no answer")));

        assertThat(look().getDuedate()).isInTheFuture();
        assertThat(look().getRetries()).isEqualTo(attempts - 1);
        assertThat(look().getExceptionMessage()).isEqualTo("no answer");
    }

    private Job look() {
        return managementService.createJobQuery().messages().singleResult();
    }

    /** The timer's job, which puts the first job of the look beside the task. */
    private void beginToLook() {
        String timer = managementService
                .createJobQuery()
                .timers()
                .activityId("Start_TimeToLook")
                .singleResult()
                .getId();
        managementService.executeJob(timer);
    }

    private Command<?> completing(Completing how) {
        Map<String, Object> entered = ChangeDriver.ran("success");
        return how == Completing.BY_TASK
                ? new CompleteTaskCmd(taskId, entered)
                : new SubmitTaskFormCmd(taskId, entered, false, false);
    }

    private void execute(Command<?> command) {
        engine.getCommandExecutorTxRequired().execute(command);
    }

    /** Reads the task, lets something else happen in another transaction, and then does what it is to do. */
    private static final class Meanwhile<T> implements Command<T> {

        private final String taskId;
        private final Command<T> act;
        private final Runnable something;
        private boolean happened;

        Meanwhile(String taskId, Command<T> act, Runnable something) {
            this.taskId = taskId;
            this.act = act;
            this.something = something;
        }

        @Override
        public T execute(CommandContext context) {
            context.getTaskManager().findTaskById(taskId);
            if (!happened) {
                happened = true;
                CompletableFuture.runAsync(something).join();
            }
            return context.getProcessEngineConfiguration()
                    .getCommandExecutorTxRequired()
                    .execute(act);
        }
    }
}
