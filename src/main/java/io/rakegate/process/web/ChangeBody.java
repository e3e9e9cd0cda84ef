package io.rakegate.process.web;

import io.rakegate.process.Change;
import io.rakegate.process.Waiting;
import io.rakegate.process.catalogue.Step;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change as the interface gives it.
 *
 * @param change {@code owner/repository#number} of the pull request that opened it
 * @param url its address in this interface
 * @param page its page for people
 * @param pullRequest the pull request it is about now
 * @param title the pull request's title
 * @param team slug of the requesting team
 * @param command the command that is to run
 * @param headSha the commit it stands at
 * @param state {@code RUNNING} or how it ended
 * @param step the step it is at
 * @param waitingFor whose turn it is, since when, and when it is due
 * @param missing what is missing, or stands in the way of the merge
 * @param startedAt when it was asked for
 * @param endedAt when it ended
 */
record ChangeBody(
        String change,
        String url,
        String page,
        String pullRequest,
        String title,
        String team,
        String command,
        @Nullable String headSha,
        String state,
        @Nullable StepBody step,
        List<TurnBody> waitingFor,
        List<String> missing,
        Instant startedAt,
        @Nullable Instant endedAt) {

    /** A step by number and name. */
    record StepBody(int number, String title) {

        static @Nullable StepBody of(@Nullable Step step) {
            return step == null ? null : new StepBody(step.number(), step.title());
        }
    }

    /** Whose turn it is at one task. */
    record TurnBody(
            String taskId,
            String task,
            String name,
            @Nullable String assignee,
            List<String> groups,
            Instant since,
            @Nullable Instant due) {

        static TurnBody of(Waiting waiting) {
            return new TurnBody(
                    waiting.taskId(),
                    waiting.task(),
                    waiting.name(),
                    waiting.assignee(),
                    waiting.groups(),
                    waiting.since(),
                    waiting.due());
        }
    }

    static ChangeBody of(Change change, String url, String page) {
        return new ChangeBody(
                change.ref().key(),
                url,
                page,
                change.currentPullRequest(),
                change.title(),
                change.team(),
                change.command(),
                change.headSha(),
                change.outcome() == null ? "RUNNING" : change.outcome().name(),
                StepBody.of(change.step()),
                change.waitingFor().stream().map(TurnBody::of).toList(),
                change.missing(),
                change.startedAt(),
                change.endedAt());
    }
}
