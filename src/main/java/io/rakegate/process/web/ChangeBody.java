package io.rakegate.process.web;

import io.rakegate.process.Change;
import io.rakegate.process.Waiting;
import io.rakegate.process.catalogue.Step;
import io.swagger.v3.oas.annotations.media.Schema;
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
        @Schema(description = "owner/repository#number of the pull request that opened it")
        String change,

        @Schema(description = "Its address in this interface")
        String url,

        @Schema(description = "Its page for people") String page,

        @Schema(description = "The pull request it is about now; another one after a follow-up")
        String pullRequest,

        @Schema(description = "Title of the pull request") String title,
        @Schema(description = "Slug of the requesting team") String team,
        @Schema(description = "The command that is to run") String command,

        @Schema(description = "The commit it stands at; null until the pull request is read") @Nullable String headSha,

        @Schema(description = "RUNNING, or how it ended") String state,
        @Nullable StepBody step,
        @Schema(description = "The open tasks") List<TurnBody> waitingFor,

        @Schema(description = "What is missing for the next step, a sentence each")
        List<String> missing,

        @Schema(description = "When it was asked for") Instant startedAt,

        @Schema(description = "When it ended; null while it runs") @Nullable Instant endedAt) {

    /** A step by number and name. */
    record StepBody(
            @Schema(description = "Number of the step, 1 to 10")
            int number,

            @Schema(description = "The step in the words of the process document")
            String title) {

        static @Nullable StepBody of(@Nullable Step step) {
            return step == null ? null : new StepBody(step.number(), step.title());
        }
    }

    /** Whose turn it is at one task. */
    record TurnBody(
            @Schema(description = "Id of the task, for /engine-rest")
            String taskId,

            @Schema(description = "Id of the user task in the diagram")
            String task,

            @Schema(description = "What is to be done") String name,

            @Schema(description = "Whose task it is; null if it is for a group") @Nullable String assignee,

            @Schema(description = "Groups whose members may take it")
            List<String> groups,

            @Schema(description = "Since when it waits") Instant since,

            @Schema(description = "When it is due") @Nullable Instant due) {

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
