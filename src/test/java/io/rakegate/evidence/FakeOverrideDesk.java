package io.rakegate.evidence;

import io.rakegate.pullrequest.PullRequestRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who may decide, because a test says so. */
class FakeOverrideDesk implements OverrideDesk {

    final List<Quarantined> decided = new ArrayList<>();

    @Nullable String refusal;

    String headSha = EvidenceSamples.HEAD;
    boolean open = true;
    boolean failing;

    void reset() {
        decided.clear();
        refusal = null;
        headSha = EvidenceSamples.HEAD;
        open = true;
        failing = false;
    }

    @Override
    public Desk find(PullRequestRef change) {
        return new Desk(change, headSha, open, refusal);
    }

    @Override
    public void decided(Quarantined file) {
        if (failing) {
            throw new IllegalStateException("The engine is away");
        }
        decided.add(file);
    }
}
