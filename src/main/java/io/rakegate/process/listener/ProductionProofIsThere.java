package io.rakegate.process.listener;

import io.rakegate.evidence.Evidence;
import io.rakegate.evidence.EvidenceRecords;
import io.rakegate.process.InputRefused;
import io.rakegate.process.ProductionProof;
import io.rakegate.process.ProductionProof.Missing;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.UserTask;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Step 9: a change is called valid only with its whole production proof; who looked at the log is kept. */
@Component
@Order(60)
class ProductionProofIsThere implements CompletionRule {

    private final EvidenceRecords records;
    private final Clock clock;

    ProductionProofIsThere(EvidenceRecords records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    @Override
    public void completing(Completion completion) {
        DelegateTask task = completion.task();
        if (!completion.isFor(UserTask.VALIDATE_PRODUCTION_CHANGE)
                || !ChangeVariables.VALIDATION_OUTCOME.get(task, "").equals("passed")) {
            return;
        }
        if (ChangeVariables.LOG_LOOKED_AT.get(task, false)) {
            ChangeVariables.LOG_LOOKED_AT_ACT.set(completion.change(), completion.act(clock.instant()));
        }
        List<Missing> missing = ProductionProof.missing(task, proof(task));
        if (!missing.isEmpty()) {
            throw new InputRefused(
                    missing.get(0).field(),
                    missing.stream().map(Missing::sentence).collect(Collectors.joining("\n")));
        }
    }

    private Evidence proof(DelegateTask task) {
        return records.find(UUID.fromString(ChangeVariables.PRODUCTION_EVIDENCE.get(task)))
                .orElseThrow(() -> new IllegalStateException("The production evidence is not in the store."));
    }
}
