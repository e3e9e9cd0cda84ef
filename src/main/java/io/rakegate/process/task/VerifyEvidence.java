package io.rakegate.process.task;

import io.rakegate.evidence.Evidence;
import io.rakegate.evidence.EvidenceRecords;
import io.rakegate.process.catalogue.ChangeVariables;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reads the stored bytes again: a SHA-256 other than the recorded one is an incident, never accepted. */
@Component
class VerifyEvidence implements JavaDelegate {

    private final EvidenceRecords records;

    VerifyEvidence(EvidenceRecords records) {
        this.records = records;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Evidence evidence = records.find(UUID.fromString(ChangeVariables.EVIDENCE.get(execution)))
                .orElseThrow(() -> new IllegalStateException("The evidence is not in the store."));
        String found = Sha256.of(records.open(evidence.id()));
        if (!found.equals(evidence.sha256())) {
            throw new IllegalStateException("The stored bytes of evidence " + evidence.id() + " have SHA-256 " + found
                    + ", recorded was " + evidence.sha256() + ".");
        }
    }
}
