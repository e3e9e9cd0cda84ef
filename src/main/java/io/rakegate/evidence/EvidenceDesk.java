package io.rakegate.evidence;

import io.rakegate.pullrequest.PullRequestRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the upload and the download need to know about a change; whoever runs the changes answers. */
public interface EvidenceDesk {

    /**
     * What the acting person may do with a change's evidence for one environment.
     *
     * @param change the change's own pull request; names are compared without regard to case, as GitHub does
     * @param environment where the evidence was made
     * @return what may be done; null if there is no such change or the person may not see it
     */
    @Nullable Desk find(PullRequestRef change, EvidenceEnvironment environment);

    /**
     * Takes note of an upload by the acting person, in the transaction that stores it: whoever uploads local or development
     * evidence is an author from then on.
     *
     * @param change the change, as GitHub spells its pull request
     * @param environment where the evidence was made
     * @return why they cannot be one, in a sentence, and then nothing may be stored; null if they can, or need not
     */
    @Nullable String uploading(PullRequestRef change, EvidenceEnvironment environment);

    /**
     * The change as GitHub spells its pull request, running or ended, if the acting person may read its evidence.
     *
     * @return null if there is no such change or the person may not see it
     */
    @Nullable PullRequestRef findReadable(PullRequestRef change);

    /**
     * What the acting person may do with a change's evidence.
     *
     * @param change the change, as GitHub spells its pull request
     * @param headSha the commit that evidence has to be for now, 40 hex digits
     * @param headCommittedAt when that commit was made; null if that is not known, and then the age of evidence is not
     *     judged
     * @param open whether the change still takes evidence
     * @param mayUpload whether the acting person may add evidence for the environment asked about
     * @param refusal why not, in a sentence; null if the person may
     */
    record Desk(
            PullRequestRef change,
            String headSha,
            @Nullable Instant headCommittedAt,
            boolean open,
            boolean mayUpload,
            @Nullable String refusal) {}
}
