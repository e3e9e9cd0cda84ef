package io.rakegate.audit;

import io.rakegate.process.Waiting;
import io.rakegate.process.catalogue.Step;
import io.rakegate.pullrequest.PullRequestRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One change in a list.
 *
 * @param ref the pull request that opened it
 * @param title the pull request's title, empty before it was first read
 * @param team slug of the requesting team
 * @param state whether it runs, or how it ended
 * @param waiting whose turn it is; empty while Rakegate works, while it waits for the merge, and after the end
 * @param overdue whether somebody is past a due date
 * @param startedAt when it was asked for
 * @param endedAt when it ended, null while it runs
 */
public record ChangeRow(
        PullRequestRef ref,
        String title,
        String team,
        ChangeState state,
        List<Waiting> waiting,
        boolean overdue,
        Instant startedAt,
        @Nullable Instant endedAt) {

    public ChangeRow {
        waiting = List.copyOf(waiting);
    }

    /** The earliest step that somebody works on now. */
    public Optional<Step> step() {
        return waiting.stream()
                .flatMap(turn -> Optional.ofNullable(turn.step()).stream())
                .min(Step::compareTo);
    }
}
