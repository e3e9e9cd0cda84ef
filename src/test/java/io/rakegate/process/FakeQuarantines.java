package io.rakegate.process;

import io.rakegate.evidence.Quarantined;
import io.rakegate.evidence.Quarantines;
import io.rakegate.pullrequest.PullRequestRef;
import java.util.ArrayList;
import java.util.List;

/** A quarantine in memory. */
public class FakeQuarantines implements Quarantines {

    public final List<Quarantined> kept = new ArrayList<>();

    @Override
    public List<Quarantined> of(PullRequestRef change) {
        return kept.stream().filter(file -> file.change().isSameAs(change)).toList();
    }
}
