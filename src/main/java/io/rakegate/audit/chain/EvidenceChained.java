package io.rakegate.audit.chain;

import io.rakegate.audit.CanonicalJson;
import io.rakegate.audit.LinkHash;
import io.rakegate.evidence.Evidence;
import io.rakegate.evidence.EvidenceRecorded;
import io.rakegate.process.Change;
import io.rakegate.process.Changes;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Puts each upload into the chain of its change, in the transaction that stores it: the hash of the bytes and that of the
 * record. Whoever changes one of them later does not fit the chain any more.
 */
@Component
class EvidenceChained {

    static final String KIND = "Evidence";

    private final Chain chain;
    private final Changes changes;
    private final Clock clock;

    EvidenceChained(Chain chain, Changes changes, Clock clock) {
        this.chain = chain;
        this.changes = changes;
        this.clock = clock;
    }

    /** What the chain says of an upload, in the names that stand in it. */
    private record Upload(
            String environment,
            String fileName,
            String headSha,
            String id,
            String recordSha256,
            String sha256,
            long size,
            String uploadedBy) {

        static Upload of(Evidence evidence) {
            return new Upload(
                    evidence.environment().name(),
                    evidence.fileName(),
                    evidence.headSha(),
                    evidence.id().toString(),
                    LinkHash.of(CanonicalJson.of(evidence)),
                    evidence.sha256(),
                    evidence.size(),
                    evidence.uploadedBy());
        }
    }

    @EventListener
    void chain(EvidenceRecorded recorded) {
        Evidence evidence = recorded.evidence();
        Change change = changes.find(evidence.change())
                .orElseThrow(() -> new IllegalStateException(
                        "Evidence for " + evidence.change() + ", of which there is no change, cannot be recorded"));
        chain.append(
                change.processInstanceId(),
                List.of(new NewEvent(
                        change.processInstanceId(),
                        KIND,
                        evidence.uploadedBy(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        EventJson.write(Upload.of(evidence)))));
    }
}
