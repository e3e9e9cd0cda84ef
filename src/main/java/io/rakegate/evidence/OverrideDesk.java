package io.rakegate.evidence;

import io.rakegate.pullrequest.PullRequestRef;
import org.jspecify.annotations.Nullable;

/** What a decision about a false alarm needs to know about a change; whoever runs the changes answers. */
public interface OverrideDesk {

    /**
     * What the acting person may decide about a change.
     *
     * @return null if there is no such change or the person may not see it
     */
    @Nullable Desk find(PullRequestRef change);

    /**
     * Takes note of a decision, in the transaction that makes it: whoever decides takes a side of the change.
     *
     * @param decided the file with its decision
     */
    void decided(Quarantined decided);

    /**
     * What the acting person may decide.
     *
     * @param change the change, as GitHub spells its pull request
     * @param headSha the commit that evidence has to be for now
     * @param open whether the change still takes evidence
     * @param refusal why the person may not decide, in a sentence; null if they may
     */
    record Desk(
            PullRequestRef change,
            String headSha,
            boolean open,
            @Nullable String refusal) {}
}
