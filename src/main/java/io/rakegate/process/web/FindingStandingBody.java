package io.rakegate.process.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rakegate.process.FindingStanding;
import io.rakegate.process.FindingStanding.Acceptance;
import io.rakegate.process.catalogue.AnsweredFinding;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finding of a change as the interface gives it.
 *
 * @param finding the finding itself
 * @param state {@code OPEN}, {@code EXPLAINED}, {@code WAIVED}, {@code ACCEPTED} by both approvers, {@code FIXED} by a
 *     commit, or {@code NOTE}, which asks for nothing
 * @param answer how it was answered, null if it was not
 * @param fixedBy the first commit at which it was gone, null while it is there
 * @param acceptedBy who accepted its waiver
 */
record FindingStandingBody(
        @JsonUnwrapped FindingBody finding,
        String state,
        @Nullable AnswerBody answer,
        @Nullable String fixedBy,
        List<AcceptanceBody> acceptedBy) {

    /**
     * An answer.
     *
     * @param kind {@code fixed}, {@code explained}, {@code singleStatement}, {@code atomicPerBatch} or {@code waived}
     * @param text in the words of who gave it
     * @param by user id of who gave it
     * @param at when
     */
    record AnswerBody(String kind, String text, String by, Instant at) {

        static @Nullable AnswerBody of(@Nullable AnsweredFinding answered) {
            return answered == null
                    ? null
                    : new AnswerBody(
                            answered.answer().kind().id(), answered.answer().text(), answered.userId(), answered.at());
        }
    }

    /**
     * An approver accepted a waiver.
     *
     * @param task the approval at which it was accepted
     * @param by user id of the approver
     * @param at when
     * @param headSha the commit that was approved
     */
    record AcceptanceBody(
            String task, String by, Instant at, @Nullable String headSha) {

        static AcceptanceBody of(Acceptance acceptance) {
            return new AcceptanceBody(
                    acceptance.side(),
                    acceptance.act().userId(),
                    acceptance.act().at(),
                    acceptance.act().headSha());
        }
    }

    static FindingStandingBody of(FindingStanding standing) {
        return new FindingStandingBody(
                FindingBody.of(standing.finding()),
                standing.state().name(),
                AnswerBody.of(standing.answered()),
                standing.fixedBy(),
                standing.acceptances().stream().map(AcceptanceBody::of).toList());
    }
}
