package io.rakegate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rakegate.approval.Side;
import io.rakegate.identity.Person;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.UserTask;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** "Four sides, four people": authors, both approvers and the operator are pairwise different, however they try. */
class SeparatePeople extends ProcessTestBase {

    @Autowired
    TaskService taskService;

    @Autowired
    Sides sides;

    @Test
    void anAuthorCannotApproveAsLead() {
        change.toApprovals();
        people.put("creator", 1001, "team-benefits", "team-benefits-leads");

        assertThatThrownBy(() ->
                        change.complete("creator", UserTask.APPROVE_AS_ENGINEERING_LEAD, ChangeDriver.approved("lead")))
                .isInstanceOf(AuthorizationException.class)
                .hasMessageContaining("You are already an author of this change");
    }

    @Test
    void aSecondLoginWithTheSameGitHubAccountIsTheSamePerson() {
        change.toApprovals();
        people.put("creator-again", 1001, "team-benefits-leads");

        assertThatThrownBy(() -> change.complete(
                        "creator-again", UserTask.APPROVE_AS_ENGINEERING_LEAD, ChangeDriver.approved("lead")))
                .hasMessageContaining("You are already an author of this change");
    }

    @Test
    void whoeverUploadedEvidenceIsAnAuthor() {
        people.put("helper", 1010, "team-benefits", "team-benefits-leads");
        change.startPrepared();
        change.complete("creator", UserTask.ANSWER_REQUIRED_QUESTIONS, Map.of());
        change.upload(UserTask.UPLOAD_LOCAL_EVIDENCE, "helper", Map.of());
        change.upload(UserTask.UPLOAD_DEVELOPMENT_EVIDENCE, "creator", Map.of());

        assertThatThrownBy(() ->
                        change.complete("helper", UserTask.APPROVE_AS_ENGINEERING_LEAD, ChangeDriver.approved("lead")))
                .hasMessageContaining("You are already an author of this change");
    }

    /** What a check a moment ago said does not count: meanwhile the person may have taken another side. */
    @Test
    void aSideIsTakenOnlyByWhoHoldsNoOtherAtThatMoment() {
        change.toApprovals();
        String instance = change.running().getId();
        Person creator = people.find("creator").orElseThrow();

        assertThatThrownBy(() -> sides.take(instance, Side.ENGINEERING_LEAD, creator))
                .isInstanceOf(ActRefused.class)
                .hasMessageContaining("You are already an author of this change");
        sides.take(instance, Side.ENGINEERING_LEAD, people.find("lead").orElseThrow());

        assertThat(sides.refusal(instance, Side.AUTHOR, people.find("lead").orElseThrow()))
                .isPresent();
    }

    @Test
    void whoeverIsNotInATeamAsksForNoChangeOfIt() {
        people.put("creator", 1001, "team-claims");
        pullRequests.open(7, ChangeDriver.SHA, "rakelib/prod/backfill.rake", ChangeDriver.BODY);

        assertThatThrownBy(() -> change.start("benefits")).hasMessageContaining("You are not in the team \"Benefits\"");
        change.start("claims");

        assertThat(change.running().getBusinessKey()).isEqualTo(ChangeDriver.REF.key());
    }

    @Test
    void onePersonCannotApproveForBothSides() {
        people.put("lead", 1003, "team-benefits-leads", "console-services");
        change.toApprovals();
        change.approveOnGitHubAs(7, "lead");
        change.complete("lead", UserTask.APPROVE_AS_ENGINEERING_LEAD, ChangeDriver.approved("lead"));

        assertThatThrownBy(() -> change.complete(
                        "lead", UserTask.APPROVE_AS_CONSOLE_SERVICES, ChangeDriver.approved("consoleServices")))
                .hasMessageContaining("You are already its engineering lead approver");
    }

    @Test
    void anApproverCannotClaimTheRun() {
        change.toRun();
        people.put("console", 1004, "console-services", "prod-operators");
        String taskId = change.task(UserTask.RUN_IN_PRODUCTION).getId();

        assertThatThrownBy(() -> change.as("console", () -> taskService.setAssignee(taskId, "console")))
                .hasMessageContaining("You are already its Console Services approver");

        assertThat(change.task(UserTask.RUN_IN_PRODUCTION).getAssignee()).isEqualTo("operator");
    }

    @Test
    void anApproverCannotBeDelegatedTheRun() {
        change.toRun();
        people.put("lead", 1003, "team-benefits-leads", "prod-operators");
        String taskId = change.task(UserTask.RUN_IN_PRODUCTION).getId();

        assertThatThrownBy(() -> change.as("operator", () -> taskService.delegateTask(taskId, "lead")))
                .hasMessageContaining("You are already its engineering lead approver");
    }

    @Test
    void anApproverCannotReportTheRunOfAnotherAssignee() {
        change.toRun();
        people.put("console", 1004, "console-services", "prod-operators");

        assertThatThrownBy(() -> change.complete("console", UserTask.RUN_IN_PRODUCTION, ChangeDriver.ran("success")))
                .hasMessageContaining("You are already its Console Services approver");
    }

    @Test
    void whatATaskKeepsForItselfMakesNobodyAnother() {
        change.toRun();
        people.put("console", 1004, "console-services", "prod-operators");
        String taskId = change.task(UserTask.RUN_IN_PRODUCTION).getId();
        ChangeVariables.SIDES_TAKEN.setLocal(taskService, taskId, List.of());

        assertThatThrownBy(() -> change.as("console", () -> taskService.setAssignee(taskId, "console")))
                .hasMessageContaining("You are already its Console Services approver");
        assertThatThrownBy(() -> change.complete("console", UserTask.RUN_IN_PRODUCTION, ChangeDriver.ran("success")))
                .hasMessageContaining("You are already its Console Services approver");
    }

    @Test
    void anAuthorCannotBeScheduledAsTheOperator() {
        change.toStaging();
        change.stage();
        people.put("creator", 1001, "team-benefits", "prod-operators");
        Map<String, Object> entered = new HashMap<>(Map.of("schedulingDecision", "schedule", "operator", "creator"));
        entered.put("windowStart", "2099-01-01T00:00:00Z");
        entered.put("windowEnd", "2099-01-01T01:00:00Z");

        assertThatThrownBy(() -> change.complete("creator", UserTask.SCHEDULE_PRODUCTION_RUN, entered))
                .hasMessageContaining("creator cannot be the operator");
    }

    @Test
    void anAdministratorIsNoExemption() {
        change.toApprovals();

        assertThatThrownBy(() ->
                        change.complete("admin", UserTask.APPROVE_AS_ENGINEERING_LEAD, ChangeDriver.approved("lead")))
                .isInstanceOf(AuthorizationException.class)
                .hasMessageContaining("is for members of team-benefits-leads");
    }

    @Test
    void aGroupTakenAwayInBetweenCounts() {
        change.toRun();
        people.put("operator", 1006, "team-benefits");

        assertThatThrownBy(() -> change.complete("operator", UserTask.RUN_IN_PRODUCTION, ChangeDriver.ran("success")))
                .hasMessageContaining("is for members of prod-operators, and you are not one now");
    }

    @Test
    void nobodyWithoutALoginCompletesATask() {
        change.toApprovals();
        String taskId = change.task(UserTask.APPROVE_AS_ENGINEERING_LEAD).getId();

        assertThatThrownBy(() -> taskService.complete(taskId, ChangeDriver.approved("lead")))
                .hasMessageContaining("Nobody who is known here is logged in");
    }

    @Test
    void somebodyWhoIsNotInTheGroupCannotBeGivenAnApproval() {
        change.toApprovals();
        String taskId = change.task(UserTask.APPROVE_AS_CONSOLE_SERVICES).getId();

        assertThatThrownBy(() -> change.as("admin", () -> taskService.setAssignee(taskId, "platform")))
                .hasMessageContaining("is for members of console-services");
    }
}
