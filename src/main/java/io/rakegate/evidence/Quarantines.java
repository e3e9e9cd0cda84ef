package io.rakegate.evidence;

import io.rakegate.pullrequest.PullRequestRef;
import java.util.List;

/** What was asked to be accepted as a false alarm, and what was decided. The bytes are not to be had here. */
public interface Quarantines {

    /** Everything that was ever asked for a change, oldest first. */
    List<Quarantined> of(PullRequestRef change);
}
