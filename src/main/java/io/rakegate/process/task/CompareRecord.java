package io.rakegate.process.task;

import io.rakegate.process.Change;
import io.rakegate.process.Changes;
import io.rakegate.process.RecordChanged;
import io.rakegate.process.Records;
import io.rakegate.process.catalogue.ChangeVariables;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Compares the record of a change that has ended; fails for as long as there is a difference. */
@Component
class CompareRecord implements JavaDelegate {

    private final Changes changes;
    private final Records records;

    CompareRecord(Changes changes, Records records) {
        this.changes = changes;
        this.records = records;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String instance = ChangeVariables.COMPARED_CHANGE.get(execution);
        Change change = changes.findByInstance(instance)
                .orElseThrow(() -> new IllegalStateException("The history has no change " + instance + " ("
                        + execution.getProcessBusinessKey() + ") any more."));
        List<String> differences = records.differences(change);
        if (!differences.isEmpty()) {
            throw new RecordChanged(change, differences);
        }
    }
}
