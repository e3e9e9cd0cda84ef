package io.rakegate.process.task;

import io.rakegate.evidence.EvidenceEnvironment;
import io.rakegate.process.catalogue.ChangeVariables;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Second evidence gate: staging evidence before the production run is scheduled. */
@Component
class CheckSchedulingDocuments implements JavaDelegate {

    private final Documents documents;

    CheckSchedulingDocuments(Documents documents) {
        this.documents = documents;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean complete = documents.complete(execution, List.of(EvidenceEnvironment.STAGING));
        ChangeVariables.SCHEDULING_DOCUMENTS_COMPLETE.set(execution, complete);
    }
}
