package io.rakegate.pullrequest.github;

import io.rakegate.pullrequest.MergeGate;
import io.rakegate.pullrequest.PullRequestRef;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kohsuke.github.GHCheckRun;
import org.kohsuke.github.GHCheckRun.Conclusion;
import org.kohsuke.github.GHCheckRun.Status;
import org.kohsuke.github.GHCheckRunBuilder;
import org.kohsuke.github.GHRepository;

/** The merge gate as a check run, for a GitHub App. GitHub lets nobody but the App write it. */
final class CheckRunGates implements MergeGates {

    private final GitHubConnection connection;

    CheckRunGates(GitHubConnection connection) {
        this.connection = connection;
    }

    @Override
    public void set(PullRequestRef ref, String headSha, MergeGate gate) {
        GHRepository repository = connection.repository(ref.repositoryName());
        LibraryCall.ask(() -> {
            GHCheckRun latest = latest(ref, repository, headSha);
            if (latest == null || !says(latest, gate)) {
                builder(repository, headSha, latest, gate)
                        .withDetailsURL(gate.detailsUrl())
                        .withStatus(status(gate))
                        .withConclusion(conclusion(gate))
                        .add(new GHCheckRunBuilder.Output(MergeGates.description(gate), gate.description()))
                        .create();
            }
            return gate;
        });
    }

    private @Nullable GHCheckRun latest(PullRequestRef ref, GHRepository repository, String headSha)
            throws IOException {
        String ownLogin = connection.ownLogin(ref.repositoryName());
        for (GHCheckRun run : repository.getCheckRuns(headSha, Map.of("check_name", NAME, "filter", "latest"))) {
            if (run.getApp() != null && ownLogin.equals(run.getApp().getSlug() + "[bot]")) {
                return run;
            }
        }
        return null;
    }

    /** A run that has ended does not begin again: a pending gate after a decided one is a new run. */
    private static GHCheckRunBuilder builder(
            GHRepository repository, String headSha, @Nullable GHCheckRun latest, MergeGate gate) {
        boolean beginsAgain =
                latest == null || (latest.getStatus() == Status.COMPLETED && status(gate) != Status.COMPLETED);
        return latest == null || beginsAgain
                ? repository.createCheckRun(NAME, headSha)
                : repository.updateCheckRun(latest.getId());
    }

    private static boolean says(GHCheckRun run, MergeGate gate) {
        return run.getStatus() == status(gate)
                && run.getConclusion() == conclusion(gate)
                && MergeGates.description(gate).equals(run.getOutput().getTitle())
                && run.getDetailsUrl() != null
                && gate.detailsUrl().equals(run.getDetailsUrl().toString());
    }

    private static Status status(MergeGate gate) {
        return gate.state() == MergeGate.State.PENDING ? Status.IN_PROGRESS : Status.COMPLETED;
    }

    private static @Nullable Conclusion conclusion(MergeGate gate) {
        return switch (gate.state()) {
            case PENDING -> null;
            case FAILURE -> Conclusion.FAILURE;
            case SUCCESS -> Conclusion.SUCCESS;
        };
    }
}
