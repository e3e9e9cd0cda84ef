package io.rakegate.process;

import io.rakegate.process.catalogue.CatalogueWrite;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.ProdDbChange;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows in Cockpit that the record of a change that has ended was changed. Cockpit knows running cases alone, so a small
 * process compares the record again in a job, and stays with an incident for as long as there is a difference.
 */
@Component
public class ChangedRecords {

    private final RuntimeService runtimeService;
    private final ManagementService managementService;

    ChangedRecords(RuntimeService runtimeService, ManagementService managementService) {
        this.runtimeService = runtimeService;
        this.managementService = managementService;
    }

    /** Reports a difference, unless it is reported already. */
    @Transactional
    public void report(Change change) {
        if (open(change).isEmpty()) {
            Map<String, Object> known = Map.of(ChangeVariables.COMPARED_CHANGE.name(), change.processInstanceId());
            CatalogueWrite.run(() -> runtimeService.startProcessInstanceByKey(
                    ProdDbChange.CHANGED_RECORD, change.ref().key(), known));
        }
    }

    /** Has what was reported compared once more, because the difference has gone. */
    @Transactional
    public void compareAgain(Change change) {
        open(change)
                .forEach(shown -> managementService
                        .createJobQuery()
                        .processInstanceId(shown.getId())
                        .noRetriesLeft()
                        .list()
                        .forEach(job -> managementService.setJobRetries(job.getId(), 1)));
    }

    private List<ProcessInstance> open(Change change) {
        return runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(ProdDbChange.CHANGED_RECORD)
                .variableValueEquals(ChangeVariables.COMPARED_CHANGE.name(), change.processInstanceId())
                .list();
    }
}
