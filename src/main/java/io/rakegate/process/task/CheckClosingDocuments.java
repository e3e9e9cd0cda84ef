package io.rakegate.process.task;

import io.rakegate.evidence.EvidenceEnvironment;
import io.rakegate.process.ProductionProof;
import io.rakegate.process.catalogue.ChangeVariables;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Third evidence gate: the whole production proof before the change closes, whatever way led here. */
@Component
class CheckClosingDocuments implements JavaDelegate {

    private final Documents documents;

    CheckClosingDocuments(Documents documents) {
        this.documents = documents;
    }

    @Override
    public void execute(DelegateExecution execution) {
        List<String> missing = documents.current(execution, EvidenceEnvironment.PRODUCTION).stream()
                .flatMap(proof -> ProductionProof.missing(execution, proof).stream())
                .map(ProductionProof.Missing::sentence)
                .toList();
        boolean complete = documents.complete(execution, List.of(EvidenceEnvironment.PRODUCTION), missing);
        if (!complete) {
            // what was looked at was the log of a proof that does not count
            ChangeVariables.LOG_LOOKED_AT.remove(execution);
            ChangeVariables.LOG_LOOKED_AT_ACT.remove(execution);
        }
        ChangeVariables.CLOSING_DOCUMENTS_COMPLETE.set(execution, complete);
    }
}
