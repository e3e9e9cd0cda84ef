package io.rakegate.process.task;

import io.rakegate.process.ApprovalVariables;
import io.rakegate.process.ChangeRefs;
import io.rakegate.process.catalogue.Act;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.pullrequest.PullRequest;
import io.rakegate.pullrequest.PullRequests;
import io.rakegate.pullrequest.Review;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * "Approving in Tasklist requires that review to exist": the last word on GitHub of the person who approved is an
 * approval, for the commit they approved, and that commit is still the head.
 */
@Component
class ReviewCheck {

    private final ChangeRefs refs;
    private final PullRequests pullRequests;

    ReviewCheck(ChangeRefs refs, PullRequests pullRequests) {
        this.refs = refs;
        this.pullRequests = pullRequests;
    }

    void verify(DelegateExecution execution, ApprovalVariables approval) {
        PullRequest pullRequest = pullRequests.read(refs.currentOf(execution));
        Act act = approval.act().get(execution);
        boolean found = isApproved(pullRequest, act);
        approval.reviewFound().set(execution, found);
        ChangeVariables.REVIEW_NOTICE.set(execution, found ? "" : notice(pullRequest, act));
    }

    private static boolean isApproved(PullRequest pullRequest, Act act) {
        return pullRequest.headSha().equals(act.headSha())
                && LastWords.of(pullRequest, act.gitHubId())
                        .filter(review -> review.state() == Review.State.APPROVED)
                        .filter(review -> review.commitSha().equals(act.headSha()))
                        .isPresent();
    }

    private static String notice(PullRequest pullRequest, Act act) {
        return """
                %s approved here, but there is no approving GitHub review by the same person at commit %s. \
                Approve on GitHub first, then complete this task again: %s/files\
                """.formatted(act.name(), pullRequest.headSha().substring(0, 7), pullRequest.url());
    }
}
