package io.rakegate.audit.check;

import io.rakegate.audit.AuditTrail;
import io.rakegate.process.Change;
import io.rakegate.process.Records;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Whether history, evidence and chain of a change still say the same. */
@Component
public class RecordCheck implements Records {

    private final AuditTrail trail;
    private final HistoryComparison history;
    private final EvidenceComparison evidence;
    private final TransactionTemplate oneMoment;

    RecordCheck(
            AuditTrail trail,
            HistoryComparison history,
            EvidenceComparison evidence,
            PlatformTransactionManager transactions) {
        this.trail = trail;
        this.history = history;
        this.evidence = evidence;
        this.oneMoment = new TransactionTemplate(transactions);
        // what happens meanwhile must not look like a difference
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        oneMoment.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        oneMoment.setReadOnly(true);
    }

    /**
     * What came of a check.
     *
     * @param events how many records of the chain are as they were written, counted from the first
     * @param head hash of the last of them
     * @param firstBroken sequence number of the first record that is not, null if all are
     * @param why what is wrong with it, empty if nothing is
     * @param differences everything that is wrong, each a sentence
     */
    public record Result(long events, String head, @Nullable Long firstBroken, String why, List<String> differences) {

        public Result {
            differences = List.copyOf(differences);
        }

        /** Whether everything is as it was written. */
        public boolean isWhole() {
            return differences.isEmpty();
        }
    }

    /** Checks a change that the caller may see, as of one moment. */
    public Result of(Change change) {
        Result result = oneMoment.execute(status -> check(change));
        if (result == null) {
            throw new IllegalStateException("The check of " + change.ref() + " gave no result back.");
        }
        return result;
    }

    @Override
    public List<String> differences(Change change) {
        return of(change).differences();
    }

    /** The differences as the transaction that is under way sees them. */
    List<String> here(Change change) {
        return check(change).differences();
    }

    private Result check(Change change) {
        AuditTrail.Verification chain = trail.verify(change);
        List<String> differences = new ArrayList<>();
        if (!chain.isWhole()) {
            differences.add(chain.why());
        }
        ChainFacts facts = ChainFacts.read(trail, change);
        differences.addAll(history.differences(change.processInstanceId(), facts));
        differences.addAll(evidence.differences(change, facts));
        return new Result(chain.events(), chain.head(), chain.firstBroken(), chain.why(), differences);
    }
}
