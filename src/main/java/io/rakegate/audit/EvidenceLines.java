package io.rakegate.audit;

import io.rakegate.audit.EvidenceLine.Standing;
import io.rakegate.evidence.Evidence;
import io.rakegate.evidence.EvidenceRecords;
import io.rakegate.process.EvidenceVariables;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.pullrequest.PullRequestRef;
import java.util.List;
import org.springframework.stereotype.Component;

/** All evidence of a change, with what counts told from what is stale or replaced. */
@Component
class EvidenceLines {

    private final EvidenceRecords records;

    EvidenceLines(EvidenceRecords records) {
        this.records = records;
    }

    List<EvidenceLine> of(PullRequestRef change, Kept kept) {
        List<Evidence> all = records.of(change);
        return all.stream()
                .map(evidence -> new EvidenceLine(evidence, standing(evidence, all, kept)))
                .toList();
    }

    private static Standing standing(Evidence evidence, List<Evidence> all, Kept kept) {
        boolean forTheHead = kept.text(ChangeVariables.HEAD_SHA).equals(evidence.headSha());
        if (!forTheHead) {
            return Standing.STALE;
        }
        if (kept.text(EvidenceVariables.of(evidence.environment()))
                .equals(evidence.id().toString())) {
            return Standing.COUNTS;
        }
        boolean newest = all.stream()
                .filter(other -> other.environment() == evidence.environment())
                .filter(other -> other.headSha().equals(evidence.headSha()))
                .reduce((first, second) -> second)
                .filter(evidence::equals)
                .isPresent();
        return newest ? Standing.UPLOADED : Standing.REPLACED;
    }
}
