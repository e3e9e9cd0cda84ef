package io.rakegate.pullrequest.github;

import io.rakegate.pullrequest.MergeGate;
import io.rakegate.pullrequest.PullRequestRef;
import java.io.IOException;
import org.kohsuke.github.GHCommitState;
import org.kohsuke.github.GHCommitStatus;
import org.kohsuke.github.GHRepository;

/**
 * The merge gate as a commit status, for whoever acts with a token. GitHub takes a thousand per commit, so one that
 * stands is not sent again; one that somebody else wrote under our name does not stand.
 */
final class StatusGates implements MergeGates {

    private final GitHubConnection connection;

    StatusGates(GitHubConnection connection) {
        this.connection = connection;
    }

    @Override
    public void set(PullRequestRef ref, String headSha, MergeGate gate) {
        GHRepository repository = connection.repository(ref.repositoryName());
        LibraryCall.ask(() -> {
            if (!stands(ref, repository, headSha, gate)) {
                repository.createCommitStatus(
                        headSha, state(gate), gate.detailsUrl(), MergeGates.description(gate), NAME);
            }
            return gate;
        });
    }

    private boolean stands(PullRequestRef ref, GHRepository repository, String headSha, MergeGate gate)
            throws IOException {
        for (GHCommitStatus latestFirst : repository.listCommitStatuses(headSha).withPageSize(100)) {
            if (NAME.equals(latestFirst.getContext())) {
                return says(latestFirst, gate) && isOurs(latestFirst, ref);
            }
        }
        return false;
    }

    private static boolean says(GHCommitStatus status, MergeGate gate) {
        return status.getState() == state(gate)
                && gate.detailsUrl().equals(status.getTargetUrl())
                && MergeGates.description(gate).equals(status.getDescription());
    }

    private boolean isOurs(GHCommitStatus status, PullRequestRef ref) throws IOException {
        var creator = status.getCreator();
        return creator != null && creator.getLogin().equalsIgnoreCase(connection.ownLogin(ref.repositoryName()));
    }

    private static GHCommitState state(MergeGate gate) {
        return switch (gate.state()) {
            case PENDING -> GHCommitState.PENDING;
            case FAILURE -> GHCommitState.FAILURE;
            case SUCCESS -> GHCommitState.SUCCESS;
        };
    }
}
