package io.rakegate.audit;

import io.rakegate.process.catalogue.Act;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one side decided in step 5, with what it was decided on.
 *
 * @param side for which side
 * @param act who decided, when and for which commit
 * @param decision what was decided: approve, requestChanges or reject
 * @param reason why, empty if nothing was said
 * @param confirmsDocuments whether the approver confirmed that all documents are there
 * @param seen what stood before the approver when they decided, as text; empty if that is not kept any more
 * @param standing whether it counts now
 * @param withdrawnAt when it was withdrawn, null if it was not
 */
public record ApprovalGiven(
        String side,
        Act act,
        String decision,
        String reason,
        boolean confirmsDocuments,
        String seen,
        Standing standing,
        @Nullable Instant withdrawnAt) {

    /** Whether a decision counts. */
    public enum Standing {
        STANDS("stands"),
        UNVERIFIED("waits for the review on GitHub"),
        NO_REVIEW("did not count: no review on GitHub"),
        SENT_BACK("sent back"),
        REJECTED("rejected for good"),
        WITHDRAWN("withdrawn");

        private final String words;

        Standing(String words) {
            this.words = words;
        }

        /** What to call it. */
        public String words() {
            return words;
        }
    }
}
