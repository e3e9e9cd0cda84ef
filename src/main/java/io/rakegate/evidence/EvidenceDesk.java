package io.rakegate.evidence;

import io.rakegate.pullrequest.PullRequestRef;
import org.jspecify.annotations.Nullable;

/** What the upload and the download need to know about a change; whoever runs the changes answers. */
public interface EvidenceDesk {

    /**
     * The running change that a pull request belongs to, as the acting person may see it.
     *
     * @param change the change's own pull request
     * @return what may be done with its evidence; null if there is no such change or the person may not see it
     */
    @Nullable Desk find(PullRequestRef change);

    /**
     * What the acting person may do with a change's evidence.
     *
     * @param change the change
     * @param headSha the commit that evidence has to be for now
     * @param open whether the change still takes evidence
     * @param mayUpload whether the acting person may add evidence for the environment asked about
     * @param refusal why not, in a sentence; null if the person may
     */
    record Desk(
            PullRequestRef change,
            String headSha,
            boolean open,
            boolean mayUpload,
            @Nullable String refusal) {}
}
