package io.rakegate.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.rakegate.approval.Side;
import io.rakegate.journey.Rakegate;
import io.rakegate.journey.Rakegate.Answer;
import io.rakegate.process.catalogue.UserTask;
import io.rakegate.support.Entered;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever holds one side of a change tries to take each other one; they are in every group, administrators included. */
class HoldTwoSidesAttackTest extends AttackTestBase {

    private static final Map<Side, UserTask> TASK = Map.of(
            Side.AUTHOR, UserTask.ANSWER_REQUIRED_QUESTIONS,
            Side.ENGINEERING_LEAD, UserTask.APPROVE_AS_ENGINEERING_LEAD,
            Side.CONSOLE_SERVICES, UserTask.APPROVE_AS_CONSOLE_SERVICES,
            Side.OPERATOR, UserTask.RUN_IN_PRODUCTION);

    private static final Map<Side, String> DECIDE = Map.of(
            Side.AUTHOR, "{\"mitigation\":{\"value\":\"A small subset first.\"}}",
            Side.ENGINEERING_LEAD,
                    "{\"leadDecision\":{\"value\":\"approve\"},\"leadConfirmsDocuments\":{\"value\":true}}",
            Side.CONSOLE_SERVICES,
                    "{\"consoleServicesDecision\":{\"value\":\"approve\"},"
                            + "\"consoleServicesConfirmsDocuments\":{\"value\":true}}",
            Side.OPERATOR, "{\"runOutcome\":{\"value\":\"aborted\"},\"runNotes\":{\"value\":\"x\"}}");

    private String holding = "";

    static Stream<Arguments> pairsAndWays() {
        List<Arguments> all = new ArrayList<>();
        for (Side held : Side.values()) {
            for (Side wanted : Side.values()) {
                if (held != wanted) {
                    Attack.of(Attack.Kind.SIDE).forEach(attack -> all.add(Arguments.of(held, wanted, attack)));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0} tries to be {1}: {2}")
    @MethodSource("pairsAndWays")
    void whoeverHoldsOneSideGetsNoOther(Side held, Side wanted, Attack attack) {
        Task task = hold(held, wanted);

        String byRest = refusedByRest(attack, task, Targets.EVERYWHERE, DECIDE.get(wanted));

        if (attack == Attack.COMPLETE || attack == Attack.SUBMIT_FORM) {
            assertThat(byRest).containsAnyOf("You are already", "claimed by");
        }
    }

    @ParameterizedTest(name = "{0} tries to be {1} in Tasklist: {2}")
    @MethodSource("pairsAndWays")
    void norInTasklist(Side held, Side wanted, Attack attack) {
        Task task = hold(held, wanted);

        refusedInTasklist(attack, task, Targets.EVERYWHERE, DECIDE.get(wanted));
    }

    @Tried(
            value = "Upload evidence of a change in an author's place, then approve it",
            surface = "`/api`, `/engine-rest`",
            outcome = "403 with a sentence: whoever uploaded is an author")
    @ParameterizedTest
    @EnumSource(
            value = Side.class,
            names = {"ENGINEERING_LEAD", "CONSOLE_SERVICES"})
    void whoeverUploadsAnAuthorsEvidenceIsAnAuthor(Side wanted) {
        Task task = targets.task(TASK.get(wanted));
        holding = task.getProcessInstanceId();
        targets.sidesTaken(holding, "[]");

        assertThat(upload(task, "development").status()).isEqualTo(201);
        String sentence =
                refused(task, Targets.EVERYWHERE, "POST", "/task/" + task.getId() + "/complete", DECIDE.get(wanted));

        assertThat(sentence).contains("already an author");
    }

    @Tried(
            value = "Approve or run a change, then upload evidence in an author's place",
            surface = "`/api`",
            outcome = "403 with a sentence; nothing is stored")
    @ParameterizedTest
    @EnumSource(
            value = Side.class,
            names = {"ENGINEERING_LEAD", "CONSOLE_SERVICES", "OPERATOR"})
    void whoeverHoldsAnotherSideUploadsNoAuthorsEvidence(Side held) {
        Task task = hold(held, held);

        String before = evidenceOf(task);
        Answer answer = upload(task, "local");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body().path("detail").asText()).containsAnyOf("You approve this change", "You are already");
        assertThat(evidenceOf(task)).isEqualTo(before);
    }

    private String evidenceOf(Task task) {
        return targets.api("auditor", "GET", pathOf(task) + "/evidence", "").body();
    }

    private String pathOf(Task task) {
        return "/api/changes/" + targets.businessKey(task).replace('#', '/');
    }

    private Answer upload(Task task, String environment) {
        return new Rakegate(targets.port())
                .upload(
                        Targets.EVERYWHERE,
                        pathOf(task) + "/evidence/" + environment,
                        Entered.evidence("bundle exec rake by:somebody_else"),
                        "run.log",
                        "deployment_env=" + environment + "\n42 of 42 rows changed\n");
    }

    private Task hold(Side held, Side wanted) {
        Task task = targets.task(TASK.get(wanted));
        holding = task.getProcessInstanceId();
        targets.sidesTaken(holding, """
                [{"side":"%s","userId":"%s","keys":["user:%s"],"at":"2026-01-01T00:00:00Z"}]\
                """.formatted(held, Targets.EVERYWHERE, Targets.EVERYWHERE));
        return task;
    }

    @AfterEach
    void letGo() {
        targets.sidesTaken(holding, "[]");
    }
}
