package io.rakegate.process.task;

import io.rakegate.process.ApprovalVariables;
import io.rakegate.process.ChangeRefs;
import io.rakegate.process.catalogue.Act;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.pullrequest.PullRequest;
import io.rakegate.pullrequest.PullRequests;
import io.rakegate.pullrequest.Review;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
        approval.reviewFound().set(execution, isApproved(pullRequest, act));
        List<String> notices = new ArrayList<>(ReviewNotices.ofReviews(execution));
        notices.addAll(stillMissing(execution, pullRequest, ApprovalVariables.both()));
        ChangeVariables.REVIEW_NOTICE.set(execution, String.join("\n", notices));
    }

    private static boolean isApproved(PullRequest pullRequest, Act act) {
        return pullRequest.headSha().equals(act.headSha())
                && LastWords.of(pullRequest, act.gitHubId())
                        .filter(review -> review.state() == Review.State.APPROVED)
                        .filter(review -> review.commitSha().equals(act.headSha()))
                        .isPresent();
    }

    /** What is said of those approvals in Tasklist that are open again for want of their review, until they are given again. */
    static List<String> stillMissing(
            DelegateExecution execution, PullRequest pullRequest, Collection<ApprovalVariables> approvals) {
        return approvals.stream()
                .filter(approval -> !approval.reviewFound().get(execution, true))
                .flatMap(approval -> approval.act().find(execution).stream())
                .filter(act -> pullRequest.headSha().equals(act.headSha()))
                .map(act -> notice(pullRequest, act))
                .toList();
    }

    private static String notice(PullRequest pullRequest, Act act) {
        return """
                %s approved here, but there is no approving GitHub review by the same person at commit %s. \
                Approve on GitHub first, then complete this task again: %s/files\
                """.formatted(act.name(), pullRequest.headSha().substring(0, 7), pullRequest.url());
    }
}
