package io.rakegate.process.task;

import io.rakegate.evidence.Evidence;
import io.rakegate.evidence.EvidenceEnvironment;
import io.rakegate.evidence.EvidenceRecords;
import io.rakegate.policy.Finding;
import io.rakegate.process.ChangeRefs;
import io.rakegate.process.EvidenceVariables;
import io.rakegate.process.catalogue.ChangeVariables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The evidence gates: which documents are missing, or belong to an older commit. */
@Component
class Documents {

    private final EvidenceRecords records;
    private final ChangeRefs refs;

    Documents(EvidenceRecords records, ChangeRefs refs) {
        this.records = records;
        this.refs = refs;
    }

    /** The record that counts for an environment, if it is in the store and for the head commit of this change. */
    Optional<Evidence> current(DelegateExecution execution, EvidenceEnvironment environment) {
        String headSha = ChangeVariables.HEAD_SHA.get(execution);
        return EvidenceVariables.of(environment)
                .find(execution)
                .map(UUID::fromString)
                .flatMap(records::find)
                .filter(evidence -> evidence.headSha().equals(headSha))
                .filter(evidence -> evidence.change().isSameAs(refs.changeOf(execution)));
    }

    /** Whether nothing blocks and evidence for the head commit is there for each environment; names what is missing. */
    boolean complete(DelegateExecution execution, List<EvidenceEnvironment> environments) {
        return complete(execution, environments, List.of());
    }

    /** The same, with more that is missing as sentences. */
    boolean complete(DelegateExecution execution, List<EvidenceEnvironment> environments, List<String> more) {
        List<String> missing = new ArrayList<>();
        ChangeVariables.FINDINGS.get(execution, List.of()).stream()
                .filter(Finding::isBlocking)
                .map(Finding::sentence)
                .forEach(missing::add);
        String headSha = ChangeVariables.HEAD_SHA.get(execution);
        for (EvidenceEnvironment environment : environments) {
            if (current(execution, environment).isEmpty()) {
                missing.add(environment.slug() + " evidence for the commit " + headSha.substring(0, 7));
            }
        }
        missing.addAll(more);
        ChangeVariables.MISSING_DOCUMENTS.set(execution, String.join("\n", missing));
        return missing.isEmpty();
    }
}
