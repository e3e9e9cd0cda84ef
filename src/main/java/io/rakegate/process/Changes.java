package io.rakegate.process;

import io.rakegate.identity.Acting;
import io.rakegate.identity.Person;
import io.rakegate.process.catalogue.CatalogueWrite;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.ProdDbChange;
import io.rakegate.pullrequest.PullRequestRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The process in business words: start a change, say that its pull request changed, withdraw it, find it. */
@Service
public class Changes {

    private final RuntimeService runtimeService;
    private final HistoryService historyService;
    private final RunningChanges runningChanges;
    private final PendingLooks pendingLooks;
    private final ChangeReading reading;
    private final WithdrawalRules withdrawal;
    private final Acting acting;

    Changes(
            RuntimeService runtimeService,
            HistoryService historyService,
            RunningChanges runningChanges,
            PendingLooks pendingLooks,
            ChangeReading reading,
            WithdrawalRules withdrawal,
            Acting acting) {
        this.runtimeService = runtimeService;
        this.historyService = historyService;
        this.runningChanges = runningChanges;
        this.pendingLooks = pendingLooks;
        this.reading = reading;
        this.withdrawal = withdrawal;
        this.acting = acting;
    }

    /**
     * Starts a change for the acting person.
     *
     * @param pullRequestLink link of the pull request
     * @param team slug of the requesting team
     * @param command the rake command that is to run in production
     * @throws InputRefused naming the field, if one does not fit
     * @throws ActRefused if the acting person is in no team that asks for changes
     * @throws ChangeAlreadyRunning if the pull request has a running change
     */
    @Transactional
    public Change start(String pullRequestLink, String team, String command) {
        ProcessInstance started = started(Map.of(
                ChangeVariables.PULL_REQUEST_LINK.name(),
                pullRequestLink,
                ChangeVariables.TEAM.name(),
                team,
                ChangeVariables.COMMAND.name(),
                command));
        return reading.read(historyService
                .createHistoricProcessInstanceQuery()
                .processInstanceId(started.getId())
                .singleResult());
    }

    private ProcessInstance started(Map<String, Object> entered) {
        try {
            return runtimeService.startProcessInstanceByKey(ProdDbChange.KEY, entered);
        } catch (ProcessEngineException refused) {
            throw Refusals.ofStart(refused);
        }
    }

    /**
     * Asks the running change of a pull request, if there is one, to look at it again: one job at most, no call out.
     *
     * @return whether there is one
     */
    @Transactional
    public boolean pullRequestChanged(PullRequestRef ref) {
        // many hints about one pull request come at once, and each would make the others lose their race
        runningChanges.putInLine(ref);
        Optional<RunningChanges.Running> running = runningChanges.find(ref);
        running.ifPresent(change -> lookAgain(change.id()));
        return running.isPresent();
    }

    /** Asks the running changes whose pull request comes from a branch to look at it again: a job each at most, no call out. */
    @Transactional
    public void branchPushed(String repositoryName, String branch) {
        runningChanges.from(repositoryName, branch).forEach(change -> lookAgain(change.getId()));
    }

    private void lookAgain(String processInstanceId) {
        if (!pendingLooks.areEnough(processInstanceId)) {
            runtimeService
                    .createMessageCorrelation(ProdDbChange.PULL_REQUEST_CHANGED)
                    .processInstanceId(processInstanceId)
                    .correlate();
        }
    }

    /**
     * Ends a change that its creator or the requesting team no longer wants.
     *
     * @throws ActRefused if the acting person is neither, or the run has been scheduled already
     * @throws InputRefused if no reason is given
     */
    @Transactional
    public void withdraw(PullRequestRef ref, String reason) {
        Change change = find(ref)
                .filter(Change::isRunning)
                .orElseThrow(() -> new InputRefused("number", "There is no running change of " + ref + "."));
        withdrawal.requireReason(reason);
        Person person = withdrawal.requireOwner(change);
        // who may withdraw is decided above; nobody's own grants reach as far as a message
        acting.beyondOwnGrants(() -> {
            WithdrawalRules.requireNotScheduled(find(ref).orElseThrow());
            CatalogueWrite.run(() -> runtimeService
                    .createMessageCorrelation(ProdDbChange.CHANGE_WITHDRAWN)
                    .processInstanceId(change.processInstanceId())
                    .setVariable(ChangeVariables.WITHDRAWAL_REASON.name(), reason)
                    .setVariable(ChangeVariables.WITHDRAWN_BY.name(), person.userId())
                    .correlate());
            return change;
        });
    }

    /** The newest change of a pull request, running or ended, if the acting person may see it. */
    public Optional<Change> find(PullRequestRef ref) {
        return historyService
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(ProdDbChange.KEY)
                .processInstanceBusinessKey(ref.key())
                .orderByProcessInstanceStartTime()
                .desc()
                .listPage(0, 1)
                .stream()
                .findFirst()
                .map(reading::read);
    }

    /** A change by the engine's id of it, running or ended, if the acting person may see it. */
    public Optional<Change> findByInstance(String processInstanceId) {
        HistoricProcessInstance found = historyService
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(ProdDbChange.KEY)
                .processInstanceId(processInstanceId)
                .singleResult();
        return Optional.ofNullable(found).map(reading::read);
    }

    /**
     * Changes that the acting person may see, newest first.
     *
     * @param first how many to leave out, from 0
     * @param most how many to return at most
     */
    public List<Change> list(int first, int most) {
        List<HistoricProcessInstance> found = historyService
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(ProdDbChange.KEY)
                .orderByProcessInstanceStartTime()
                .desc()
                .listPage(first, most);
        return found.stream().map(reading::read).toList();
    }
}
