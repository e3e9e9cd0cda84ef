package io.rakegate.process.task;

import io.rakegate.evidence.EvidenceEnvironment;
import io.rakegate.process.catalogue.ChangeVariables;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** First evidence gate: "All required documents are included in the PR prior to approval." */
@Component
class CheckApprovalDocuments implements JavaDelegate {

    private final Documents documents;

    CheckApprovalDocuments(Documents documents) {
        this.documents = documents;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean complete = documents.complete(
                execution,
                List.of(EvidenceEnvironment.LOCAL, EvidenceEnvironment.DEVELOPMENT),
                UnansweredFindings.missing(execution));
        ChangeVariables.APPROVAL_DOCUMENTS_COMPLETE.set(execution, complete);
    }
}
