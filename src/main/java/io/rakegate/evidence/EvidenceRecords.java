package io.rakegate.evidence;

import io.rakegate.pullrequest.PullRequestRef;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All evidence ever recorded, in the same database as the engine, so that one transaction covers both. */
public interface EvidenceRecords {

    /** The record with this id. */
    Optional<Evidence> find(UUID id);

    /** Every record of a change, oldest first. */
    List<Evidence> of(PullRequestRef change);

    /**
     * The newest record of a change for an environment at a commit: the one that counts. Evidence for another commit is
     * stale and not returned.
     */
    Optional<Evidence> current(PullRequestRef change, EvidenceEnvironment environment, String headSha);

    /** The bytes as they were stored, streamed; the caller closes it within its transaction. */
    InputStream open(UUID id);
}
