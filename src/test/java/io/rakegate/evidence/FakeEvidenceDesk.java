package io.rakegate.evidence;

import io.rakegate.pullrequest.PullRequestRef;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Changes that exist because a test says so. */
class FakeEvidenceDesk implements EvidenceDesk {

    private final Map<PullRequestRef, Desk> desks = new ConcurrentHashMap<>();
    private final Map<PullRequestRef, String> noAuthors = new ConcurrentHashMap<>();

    PullRequestRef open() {
        return put(EvidenceSamples.aChange(), true, null);
    }

    PullRequestRef closed() {
        return put(EvidenceSamples.aChange(), false, null);
    }

    PullRequestRef refusing(String refusal) {
        return put(EvidenceSamples.aChange(), true, refusal);
    }

    /** A change that takes uploads until one is to be stored. */
    PullRequestRef refusingAuthors(String refusal) {
        PullRequestRef change = open();
        noAuthors.put(change, refusal);
        return change;
    }

    private PullRequestRef put(PullRequestRef change, boolean open, @Nullable String refusal) {
        Desk desk = new Desk(
                change,
                EvidenceSamples.HEAD,
                EvidenceSamples.NOW.minus(Duration.ofDays(2)),
                open,
                refusal == null,
                refusal);
        desks.put(change, desk);
        return change;
    }

    @Override
    public @Nullable Desk find(PullRequestRef change, EvidenceEnvironment environment) {
        return desks.get(change);
    }

    @Override
    public @Nullable String uploading(PullRequestRef change, EvidenceEnvironment environment) {
        return noAuthors.get(change);
    }

    @Override
    public @Nullable PullRequestRef findReadable(PullRequestRef change) {
        return desks.containsKey(change) ? change : null;
    }
}
