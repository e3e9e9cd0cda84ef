package io.rakegate.process;

import io.rakegate.process.catalogue.Outcome;
import io.rakegate.process.catalogue.Step;
import io.rakegate.pullrequest.PullRequestRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One production database change, as the acting person may see it.
 *
 * @param ref the pull request that opened it
 * @param processInstanceId the engine's id of it
 * @param currentPullRequest the pull request it is about now, {@code owner/repository#number}
 * @param title the pull request's title, empty before it was first read
 * @param team slug of the requesting team
 * @param command the command that is to run
 * @param headSha the commit it stands at, null before the pull request was first read
 * @param step the step it is at; null once it has ended
 * @param waitingFor whose turn it is; empty while Rakegate works or waits for the merge
 * @param missing what is missing at the gate it came to last or stands in the way of the merge, each a sentence
 * @param outcome how it ended; null while it runs
 * @param startedAt when it was asked for
 * @param endedAt when it ended; null while it runs
 */
public record Change(
        PullRequestRef ref,
        String processInstanceId,
        String currentPullRequest,
        String title,
        String team,
        String command,
        @Nullable String headSha,
        @Nullable Step step,
        List<Waiting> waitingFor,
        List<String> missing,
        @Nullable Outcome outcome,
        Instant startedAt,
        @Nullable Instant endedAt) {

    public Change {
        waitingFor = List.copyOf(waitingFor);
        missing = List.copyOf(missing);
    }

    /** Whether it still runs. */
    public boolean isRunning() {
        return endedAt == null;
    }
}
