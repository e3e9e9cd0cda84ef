package io.rakegate.process;

import io.rakegate.identity.Acting;
import io.rakegate.identity.Person;
import io.rakegate.process.catalogue.CatalogueWrite;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.Outcome;
import io.rakegate.process.catalogue.ProdDbChange;
import io.rakegate.pullrequest.PullRequestRef;
import io.rakegate.pullrequest.PullRequests;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes that start by themselves: one for a pull request, however often and from wherever it is proposed. */
@Component
public class Openings {

    private final OpeningProperties properties;
    private final RunningChanges runningChanges;
    private final Changes changes;
    private final PullRequests pullRequests;
    private final RuntimeService runtimeService;
    private final HistoryService historyService;
    private final Acting acting;

    Openings(
            OpeningProperties properties,
            RunningChanges runningChanges,
            Changes changes,
            PullRequests pullRequests,
            RuntimeService runtimeService,
            HistoryService historyService,
            Acting acting) {
        this.properties = properties;
        this.runningChanges = runningChanges;
        this.changes = changes;
        this.pullRequests = pullRequests;
        this.runtimeService = runtimeService;
        this.historyService = historyService;
        this.acting = acting;
    }

    /** Has a pull request without a running change looked at, unless that is switched off: one job, no call out. */
    @Transactional
    public void proposed(PullRequestRef ref) {
        if (properties.enabled() && runningChanges.find(ref).isEmpty()) {
            runtimeService.startProcessInstanceByKey(ProdDbChange.OPEN_CHANGE_BY_ITSELF, ref.key());
        }
    }

    /**
     * Whether a pull request has, had or belongs to a change. One that ended because the pull request was closed does not
     * count: whoever opens the pull request again wants to go on.
     */
    public boolean hasChange(PullRequestRef ref) {
        if (runningChanges.find(ref).isPresent()) {
            return true;
        }
        boolean ended = changes.find(ref)
                .filter(change -> change.outcome() != Outcome.PULL_REQUEST_CLOSED)
                .isPresent();
        return ended || followedUpOn(ref);
    }

    private boolean followedUpOn(PullRequestRef ref) {
        return historyService
                        .createHistoricProcessInstanceQuery()
                        .processDefinitionKey(ProdDbChange.KEY)
                        .variableValueEquals(ChangeVariables.FOLLOW_UP_PULL_REQUEST.name(), pullRequests.linkOf(ref))
                        .count()
                > 0;
    }

    /**
     * Starts a change in the name of whoever proposed it, unless it has one by now. Two at once are put in line.
     *
     * @param command the rake command; blank if the first task has to ask for it
     */
    @Transactional
    public void open(PullRequestRef ref, Person creator, String team, String command) {
        runningChanges.putInLine(ref);
        if (hasChange(ref)) {
            return;
        }
        Map<String, Object> known = Map.of(
                ChangeVariables.PULL_REQUEST_LINK.name(),
                pullRequests.linkOf(ref),
                ChangeVariables.TEAM.name(),
                team,
                ChangeVariables.COMMAND.name(),
                command,
                ChangeVariables.OPENED_BY_ITSELF.name(),
                true);
        acting.as(
                creator,
                () -> acting.beyondOwnGrants(() -> {
                    CatalogueWrite.run(() -> runtimeService.startProcessInstanceByKey(ProdDbChange.KEY, known));
                    return ref;
                }));
    }
}
