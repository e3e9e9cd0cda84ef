package io.rakegate.process;

import io.rakegate.process.FindingStanding.Known;
import io.rakegate.process.catalogue.Variable;
import io.rakegate.pullrequest.PullRequestRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The findings of a change, running or ended, with what has become of each. */
@Component
public class ChangeFindings {

    private final Changes changes;
    private final HistoryService historyService;

    ChangeFindings(Changes changes, HistoryService historyService) {
        this.changes = changes;
        this.historyService = historyService;
    }

    /** The findings of the newest change of a pull request; empty if there is none that the acting person may see. */
    @Transactional(readOnly = true)
    public Optional<List<FindingStanding>> find(PullRequestRef ref) {
        return changes.find(ref).map(change -> FindingStanding.of(known(change.processInstanceId())));
    }

    private Known known(String processInstanceId) {
        Map<String, Object> values = new HashMap<>();
        historyService
                .createHistoricVariableInstanceQuery()
                .executionIdIn(processInstanceId)
                .list()
                .forEach(variable -> values.put(variable.getName(), variable.getValue()));
        return new Known() {
            @Override
            public <T> Optional<T> find(Variable<T> variable) {
                return Optional.ofNullable(variable.read(values.get(variable.name())));
            }
        };
    }
}
