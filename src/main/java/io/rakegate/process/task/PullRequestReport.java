package io.rakegate.process.task;

import io.rakegate.evidence.PersonalData;
import io.rakegate.policy.Finding;
import io.rakegate.process.ApprovalVariables;
import io.rakegate.process.ChangeRefs;
import io.rakegate.process.PublicAddress;
import io.rakegate.process.Standing;
import io.rakegate.process.Waiting;
import io.rakegate.process.WaitingTasks;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.Outcome;
import io.rakegate.pullrequest.MergeGate;
import io.rakegate.pullrequest.PullRequestRef;
import io.rakegate.pullrequest.PullRequests;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Says on the pull request where its change stands: the sticky comment and the merge gate. */
@Component
class PullRequestReport {

    /** Names the sticky comment among ours. */
    static final String MARKER = "change";

    private final ChangeRefs refs;
    private final PullRequests pullRequests;
    private final WaitingTasks waitingTasks;
    private final StickyComment stickyComment;
    private final PublicAddress address;
    private final PersonalData personalData;

    PullRequestReport(
            ChangeRefs refs,
            PullRequests pullRequests,
            WaitingTasks waitingTasks,
            StickyComment stickyComment,
            PublicAddress address,
            PersonalData personalData) {
        this.refs = refs;
        this.pullRequests = pullRequests;
        this.waitingTasks = waitingTasks;
        this.stickyComment = stickyComment;
        this.address = address;
        this.personalData = personalData;
    }

    void inProgress(DelegateExecution execution) {
        List<Waiting> waiting = waitingTasks.of(execution.getProcessInstanceId());
        PullRequestRef ref = refs.currentOf(execution);
        pullRequests.comment(ref, MARKER, personalData.redact(stickyComment.inProgress(execution, waiting)));
        Optional<String> headSha = ChangeVariables.HEAD_SHA.find(execution);
        if (headSha.isPresent() && !ChangeVariables.MERGED.get(execution, false)) {
            pullRequests.setMergeGate(ref, headSha.get(), gate(execution, waiting));
        }
    }

    void ended(DelegateExecution execution, Outcome outcome) {
        PullRequestRef ref = refs.currentOf(execution);
        pullRequests.comment(ref, MARKER, personalData.redact(stickyComment.ended(execution, outcome)));
        Optional<String> headSha = ChangeVariables.HEAD_SHA.find(execution);
        if (headSha.isPresent() && !ChangeVariables.MERGED.get(execution, false)) {
            pullRequests.setMergeGate(
                    ref, headSha.get(), gate(execution, MergeGate.State.FAILURE, "The change was " + outcome.words()));
        }
    }

    private MergeGate gate(DelegateExecution execution, List<Waiting> waiting) {
        if (ApprovalVariables.both().stream().allMatch(approval -> Standing.approved(execution, approval))) {
            return gate(execution, MergeGate.State.SUCCESS, "Approved by both sides: merge it");
        }
        Optional<String> toFix = ChangeVariables.FINDINGS.get(execution, List.of()).stream()
                .filter(Finding::isBlocking)
                .map(Finding::sentence)
                .findFirst();
        if (toFix.isPresent()) {
            return gate(execution, MergeGate.State.FAILURE, toFix.get());
        }
        String turn = waiting.isEmpty()
                ? "Rakegate is checking"
                : waiting.get(0).name() + ": " + waiting.get(0).who();
        return gate(execution, MergeGate.State.PENDING, turn);
    }

    private MergeGate gate(DelegateExecution execution, MergeGate.State state, String description) {
        return new MergeGate(state, description, address.pageOf(refs.changeOf(execution)));
    }
}
