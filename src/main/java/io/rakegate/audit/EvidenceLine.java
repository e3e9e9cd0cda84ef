package io.rakegate.audit;

import io.rakegate.evidence.Evidence;

/**
 * One piece of evidence of a change.
 *
 * @param evidence the record
 * @param standing whether it counts now
 */
public record EvidenceLine(Evidence evidence, Standing standing) {

    /** Whether a piece of evidence counts. */
    public enum Standing {
        COUNTS("counts"),
        /** For the commit the change stands at, and not yet handed in with its task. */
        UPLOADED("uploaded"),
        REPLACED("replaced"),
        STALE("stale: for another commit");

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
