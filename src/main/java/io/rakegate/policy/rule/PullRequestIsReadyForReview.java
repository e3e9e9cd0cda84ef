package io.rakegate.policy.rule;

import io.rakegate.policy.Finding;
import io.rakegate.policy.ProcessDocument;
import io.rakegate.policy.Rule;
import io.rakegate.policy.Submission;
import java.util.List;

/** Step 5: the pull request is not a draft when people are asked to approve it. */
public final class PullRequestIsReadyForReview implements Rule {

    @Override
    public List<Finding> check(Submission submission) {
        return submission.pullRequest().draft() ? List.of(finding()) : List.of();
    }

    private Finding finding() {
        return new Finding(
                getClass().getSimpleName(),
                Finding.Severity.TO_ANSWER,
                "The pull request is still a draft.",
                null,
                0,
                ProcessDocument.OBTAIN_APPROVALS,
                "A draft says that its author has not finished; what is approved now may not be what is merged.",
                "Press \"Ready for review\" on the pull request, or say why it has to stay a draft.");
    }
}
