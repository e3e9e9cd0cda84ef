package io.rakegate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.rakegate.process.catalogue.ProdDbChange;
import io.rakegate.process.catalogue.UserTask;
import io.rakegate.pullrequest.GitHubUser;
import io.rakegate.pullrequest.MergeGate;
import io.rakegate.pullrequest.PullRequest;
import io.rakegate.pullrequest.PullRequestProposed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** How a pull request without a change gets one. */
class OpeningPaths extends ProcessTestBase {

    private static final String PATH = "rakelib/prod/backfill.rake";
    private static final String WITH_COMMAND =
            ChangeDriver.BODY + "\n\nCommand to run in production: `bundle exec rake data:backfill`\n";

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    ManagementService managementService;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    OverlookedPullRequests overlooked;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionOperations transactions;

    @BeforeEach
    void nothingWasSeen() {
        jdbc.update("delete from open_pull_request");
    }

    @Test
    void aPullRequestThatTouchesTheFolderOpensAChangeInTheNameOfItsAuthor() {
        people.put("creator", 1001, "team-benefits");
        pullRequests.open(7, ChangeDriver.SHA, PATH, WITH_COMMAND);

        propose();

        ProcessInstance opened = change.running();
        assertThat(opened).hasBusinessKey("acme/vets-api#7").isWaitingAt("Task_AnswerRequiredQuestions");
        assertThat(variables(opened))
                .containsEntry("creator", "creator")
                .containsEntry("team", "benefits")
                .containsEntry("command", "bundle exec rake data:backfill")
                .containsEntry("openedByItself", true);
        assertThat(pullRequests.comments.get("acme/vets-api#7 change")).contains("it is the turn of creator");
        assertThat(looks()).isZero();
    }

    @Test
    void aPullRequestFromAForkIsHeldToTheSameRules() {
        people.put("creator", 1001, "team-benefits");
        pullRequests.fromFork = true;
        pullRequests.open(7, ChangeDriver.SHA, PATH, WITH_COMMAND);

        propose();

        assertThat(change.running()).isWaitingAt("Task_AnswerRequiredQuestions");
        assertThat(pullRequests.gates.get(ChangeDriver.SHA).state()).isNotEqualTo(MergeGate.State.SUCCESS);
    }

    @Test
    void aCommandThatIsNotGivenIsAskedForAtStepOne() {
        people.put("creator", 1001, "team-benefits");
        pullRequests.open(7, ChangeDriver.SHA, PATH, ChangeDriver.BODY);

        propose();

        assertThat(change.running()).isWaitingAt("Task_MoveRakeTask");
        assertThat(change.briefing(UserTask.MOVE_RAKE_TASK)).contains("No command is given");
        change.complete("creator", UserTask.MOVE_RAKE_TASK, Map.of("command", "bundle exec rake data:backfill"));
        assertThat(change.running()).isWaitingAt("Task_AnswerRequiredQuestions");
    }

    @Test
    void theSameHintAgainOpensNoSecondOne() {
        people.put("creator", 1001, "team-benefits");
        pullRequests.open(7, ChangeDriver.SHA, PATH, WITH_COMMAND);

        events.publishEvent(new PullRequestProposed(ChangeDriver.REF));
        events.publishEvent(new PullRequestProposed(ChangeDriver.REF));
        change.runJobs();
        propose();

        assertThat(change.running()).hasBusinessKey("acme/vets-api#7");
    }

    @Test
    void twoThatLookedAtTheSameTimeOpenOneChange() {
        people.put("creator", 1001, "team-benefits");
        pullRequests.open(7, ChangeDriver.SHA, PATH, WITH_COMMAND);
        events.publishEvent(new PullRequestProposed(ChangeDriver.REF));
        events.publishEvent(new PullRequestProposed(ChangeDriver.REF));
        change.runJobsUntil("Task_OpenChange");

        change.runJobs();

        assertThat(change.running()).hasBusinessKey("acme/vets-api#7");
        assertThat(looks()).isZero();
    }

    @Test
    void anAuthorWhomNobodyKnowsIsToldHowToStart() {
        pullRequests.open(7, ChangeDriver.SHA, PATH, WITH_COMMAND);
        pullRequests.proposedBy(7, GitHubUser.person(4711, "stranger"), List.of());

        propose();

        assertThat(running()).isZero();
        assertThat(pullRequests.comments.get("acme/vets-api#7 change"))
                .contains("no change has been started", "knows nobody behind the GitHub account", "Start process")
                .doesNotContain("stranger");
        assertThat(pullRequests.gates.get(ChangeDriver.SHA).state()).isEqualTo(MergeGate.State.PENDING);
    }

    @Test
    void anAuthorWhoseAccountWasDeletedIsNobodyEither() {
        people.put("creator", 1001, "team-benefits");
        pullRequests.open(7, ChangeDriver.SHA, PATH, WITH_COMMAND);
        pullRequests.proposedBy(7, GitHubUser.person(0, "ghost"), List.of());

        propose();

        assertThat(running()).isZero();
        assertThat(pullRequests.comments.get("acme/vets-api#7 change"))
                .contains("knows nobody behind the GitHub account");
    }

    @Test
    void anAuthorInSeveralTeamsIsAskedWhichOne() {
        pullRequests.open(7, ChangeDriver.SHA, PATH, WITH_COMMAND);

        propose();

        assertThat(running()).isZero();
        assertThat(pullRequests.comments.get("acme/vets-api#7 change")).contains("several teams (Benefits, Claims)");
    }

    @Test
    void anAuthorInNoTeamIsToldHowToStart() {
        people.put("creator", 1001);
        pullRequests.open(7, ChangeDriver.SHA, PATH, WITH_COMMAND);

        propose();

        assertThat(running()).isZero();
        assertThat(pullRequests.comments.get("acme/vets-api#7 change")).contains("in no team that requests changes");
    }

    @Test
    void aBotOpensNothing() {
        pullRequests.open(7, ChangeDriver.SHA, PATH, WITH_COMMAND);
        pullRequests.proposedBy(7, new GitHubUser(1001, "creator[bot]", true), List.of());

        propose();

        assertThat(running()).isZero();
    }

    @Test
    void whatIsSaidAboutTheStartIsReplacedOnceSomebodyStarts() {
        pullRequests.open(7, ChangeDriver.SHA, PATH, WITH_COMMAND);
        events.publishEvent(new PullRequestProposed(ChangeDriver.REF));
        change.runJobsUntil("Task_SayHowToStart");

        change.start("claims");

        assertThat(pullRequests.comments.get("acme/vets-api#7 change")).contains("The ten steps");
    }

    @Test
    void aPullRequestOutsideTheFolderIsLeftAlone() {
        pullRequests.open(7, ChangeDriver.SHA, "rakelib/backfill.rake", WITH_COMMAND);

        propose();

        assertThat(running()).isZero();
        assertThat(pullRequests.comments).isEmpty();
        assertThat(pullRequests.gates).isEmpty();
    }

    @Test
    void aClosedPullRequestIsLeftAlone() {
        pullRequests.open(7, ChangeDriver.SHA, PATH, WITH_COMMAND);
        pullRequests.close(7);

        propose();

        assertThat(running()).isZero();
        assertThat(pullRequests.comments).isEmpty();
    }

    @Test
    void aChangeThatWasRejectedIsNotOpenedAgain() {
        change.toApprovals();
        change.complete(
                "lead",
                UserTask.APPROVE_AS_ENGINEERING_LEAD,
                Map.of("leadDecision", "reject", "leadReason", "This data belongs to another team."));
        people.put("creator", 1001, "team-benefits");

        propose();

        assertThat(running()).isZero();
        assertThat(pullRequests.comments.get("acme/vets-api#7 change")).contains("rejected");
    }

    @Test
    void aPullRequestThatIsOpenedAgainGoesOn() {
        people.put("creator", 1001, "team-benefits");
        change.toApprovals();
        pullRequests.close(7);
        change.look();
        assertThat(running()).isZero();
        PullRequest closed = pullRequests.of(7);
        pullRequests.change(closed, closed.headSha(), PullRequest.State.OPEN, null, closed.files(), closed.reviews());

        propose();

        assertThat(change.running()).hasBusinessKey("acme/vets-api#7");
    }

    @Test
    void aPullRequestThatNoDeliveryToldOfOpensItsChangeAtTheNextLook() {
        people.put("creator", 1001, "team-benefits");
        pullRequests.open(7, ChangeDriver.SHA, PATH, WITH_COMMAND);

        look();

        assertThat(change.running()).hasBusinessKey("acme/vets-api#7").isWaitingAt("Task_AnswerRequiredQuestions");
        assertThat(variables(change.running())).containsEntry("openedByItself", true);
    }

    @Test
    void whatWasSeenIsLookedAtAgainOnlyOnceItIsUpdated() {
        people.put("creator", 1001, "team-benefits");
        pullRequests.open(7, ChangeDriver.SHA, "lib/tasks/backfill.rake", WITH_COMMAND);
        look();
        look();
        assertThat(pullRequests.lists).hasSize(1);
        assertThat(looks()).isZero();

        pullRequests.moveFile(7, "d".repeat(40), PATH);
        pullRequests.updatedAt = pullRequests.updatedAt.plusSeconds(1);
        look();

        assertThat(pullRequests.lists).hasSize(2);
        assertThat(change.running()).hasBusinessKey("acme/vets-api#7");
    }

    @Test
    void aChangeThatRunsIsNotOpenedOrListedAgain() {
        change.startPrepared();

        look();

        assertThat(running()).isEqualTo(1);
        assertThat(pullRequests.lists).isEmpty();
    }

    @Test
    void oneThatCannotBeReadKeepsNoneOfTheOthersAndIsTriedAgain() {
        people.put("creator", 1001, "team-benefits");
        pullRequests.open(6, ChangeDriver.SHA, PATH, WITH_COMMAND);
        pullRequests.open(7, ChangeDriver.SHA, PATH, WITH_COMMAND);
        pullRequests.forbidden = 6;
        look();
        assertThat(change.running()).hasBusinessKey("acme/vets-api#7");

        pullRequests.forbidden = 0;
        look();

        assertThat(running()).isEqualTo(2);
    }

    @Test
    void anOutageLeavesEverythingForTheNextLook() {
        people.put("creator", 1001, "team-benefits");
        pullRequests.open(7, ChangeDriver.SHA, PATH, WITH_COMMAND);
        pullRequests.outage = true;
        look();
        assertThat(running()).isZero();

        pullRequests.outage = false;
        look();

        assertThat(change.running()).hasBusinessKey("acme/vets-api#7");
    }

    @Test
    void oneNodeAtATimeLooks() {
        people.put("creator", 1001, "team-benefits");
        pullRequests.open(7, ChangeDriver.SHA, PATH, WITH_COMMAND);

        transactions.executeWithoutResult(status -> {
            jdbc.query("select pg_advisory_xact_lock(hashtextextended('rakegate:look:acme/vets-api', 0))", row -> {});
            CompletableFuture.runAsync(overlooked::look).join();
        });
        assertThat(pullRequests.lists).isEmpty();
        look();

        assertThat(change.running()).hasBusinessKey("acme/vets-api#7");
    }

    @Test
    void theLookIsSwitchedOffWithTheOpeningOrByItself() {
        assertThat(new OpeningProperties(true, Duration.ofMinutes(10), List.of()).looks())
                .isTrue();
        assertThat(new OpeningProperties(false, Duration.ofMinutes(10), List.of()).looks())
                .isFalse();
        assertThat(new OpeningProperties(true, Duration.ZERO, List.of()).looks())
                .isFalse();
    }

    private void look() {
        overlooked.look();
        change.runJobs();
    }

    private void propose() {
        events.publishEvent(new PullRequestProposed(ChangeDriver.REF));
        change.runJobs();
    }

    private long running() {
        return runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(ProdDbChange.KEY)
                .count();
    }

    private long looks() {
        return runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(ProdDbChange.OPEN_CHANGE_BY_ITSELF)
                .count();
    }

    private Map<String, Object> variables(ProcessInstance instance) {
        return runtimeService.getVariables(instance.getId());
    }
}
