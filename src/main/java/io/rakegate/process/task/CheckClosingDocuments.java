package io.rakegate.process.task;

import io.rakegate.evidence.EvidenceEnvironment;
import io.rakegate.process.catalogue.ChangeVariables;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Third evidence gate: the production proof before the change closes. */
@Component
class CheckClosingDocuments implements JavaDelegate {

    private final Documents documents;

    CheckClosingDocuments(Documents documents) {
        this.documents = documents;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean complete = documents.complete(execution, List.of(EvidenceEnvironment.PRODUCTION));
        ChangeVariables.CLOSING_DOCUMENTS_COMPLETE.set(execution, complete);
    }
}
