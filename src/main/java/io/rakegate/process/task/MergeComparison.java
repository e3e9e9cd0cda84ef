package io.rakegate.process.task;

import io.rakegate.process.ApprovalVariables;
import io.rakegate.process.catalogue.Act;
import io.rakegate.pullrequest.ChangedFile;
import io.rakegate.pullrequest.PullRequest;
import io.rakegate.pullrequest.PullRequestRef;
import io.rakegate.pullrequest.PullRequests;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Compares what was merged with what both sides approved. */
@Component
class MergeComparison {

    private final PullRequests pullRequests;

    MergeComparison(PullRequests pullRequests) {
        this.pullRequests = pullRequests;
    }

    /** Every difference as a sentence; empty if the merge holds exactly the approved rake files. */
    List<String> differences(DelegateExecution execution, PullRequestRef ref) {
        PullRequest pullRequest = pullRequests.read(ref);
        String mergeCommit = pullRequest.mergeCommitSha();
        if (mergeCommit == null) {
            throw new IllegalStateException(
                    "The pull request " + ref + " is said to be merged but has no merge commit.");
        }
        List<String> differences = new ArrayList<>(otherCommit(execution, pullRequest));
        List<ChangedFile> approved = pullRequest.rakeFiles();
        Map<String, ChangedFile> merged =
                pullRequests
                        .filesAt(
                                ref,
                                mergeCommit,
                                approved.stream().map(ChangedFile::path).toList())
                        .stream()
                        .collect(Collectors.toMap(ChangedFile::path, Function.identity()));
        for (ChangedFile file : approved) {
            ChangedFile after = merged.get(file.path());
            if (after == null || !Objects.equals(after.content(), file.content())) {
                differences.add(
                        file.path() + " is not the same in the merge commit " + mergeCommit.substring(0, 7) + ".");
            }
        }
        return differences;
    }

    private static List<String> otherCommit(DelegateExecution execution, PullRequest pullRequest) {
        return ApprovalVariables.both().stream()
                .map(approval -> approval.act().find(execution).map(Act::headSha))
                .flatMap(Optional::stream)
                .filter(approvedSha -> !approvedSha.equals(pullRequest.headSha()))
                .distinct()
                .map(approvedSha -> "The commit " + approvedSha.substring(0, 7) + " was approved, "
                        + pullRequest.headSha().substring(0, 7) + " was merged.")
                .toList();
    }
}
