package io.rakegate.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.OperatorChoice;
import io.rakegate.process.catalogue.UserTask;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Step 7: the forms offer as operator who has production access and holds no other side. */
class OperatorChoicesTest extends ProcessTestBase {

    @Autowired
    TaskService taskService;

    @Autowired
    RuntimeService runtimeService;

    @Test
    void whoHoldsAnotherSideIsNotOffered() {
        people.put("console", 1004, "console-services", "prod-operators");
        change.toStaging();
        change.stage();

        assertThat(choicesAt(UserTask.SCHEDULE_PRODUCTION_RUN))
                .extracting(OperatorChoice::value)
                .contains("operator", "operator2")
                .doesNotContain("console", "creator");
    }

    @Test
    void whoGetsAccessLaterIsOfferedAfterTheNextLook() {
        pullRequests.open(7, ChangeDriver.SHA, "rakelib/prod/backfill.rake", ChangeDriver.BODY);
        change.start("claims");
        assertThat(choicesAt(UserTask.ARRANGE_OPERATOR))
                .extracting(OperatorChoice::value)
                .doesNotContain("operator3");

        people.put("operator3", 1010, "prod-operators");
        change.look();

        assertThat(choicesAt(UserTask.ARRANGE_OPERATOR))
                .contains(new OperatorChoice("operator3 (operator3)", "operator3"));
    }

    @Test
    void aFurtherRunIsReportedFromAnEmptyForm() {
        change.toRun();
        change.complete("operator", UserTask.RUN_IN_PRODUCTION, ChangeDriver.ran("partial"));

        change.schedule();

        Map<String, Object> kept = runtimeService.getVariables(
                change.task(UserTask.RUN_IN_PRODUCTION).getProcessInstanceId());
        assertThat(kept)
                .containsKey("windowStart")
                .doesNotContainKeys("runOutcome", "runSession", "runStarted", "runEnded", "runExitStatus", "runNotes");
    }

    private List<OperatorChoice> choicesAt(UserTask kind) {
        String name = ChangeVariables.OPERATOR_CHOICES.name();
        Object kept = taskService.getVariableLocal(change.task(kind).getId(), name);
        return ChangeVariables.OPERATOR_CHOICES.read(kept);
    }
}
