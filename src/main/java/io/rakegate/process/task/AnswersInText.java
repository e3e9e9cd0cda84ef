package io.rakegate.process.task;

import io.rakegate.policy.Answers;
import io.rakegate.policy.PullRequestBody;
import io.rakegate.policy.Question;
import io.rakegate.process.ApprovalVariables;
import io.rakegate.process.CurrentAnswers;
import io.rakegate.process.Standing;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.Variable;
import io.rakegate.pullrequest.PullRequest;
import io.rakegate.pullrequest.PullRequestUnreadable;
import io.rakegate.pullrequest.PullRequests;
import java.time.Clock;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * Keeps the answers of the change and those in the pull request's text the same: what is edited there counts here, and
 * what is answered here is written there. Only what differs from the last reading is an edit, so that what Rakegate
 * itself has written is none.
 */
@Component
class AnswersInText {

    private static final String FROZEN = """
            The answers in the pull request's text were edited after both sides had approved and it was merged. What was \
            approved counts; it stands in Rakegate.""";

    private final PullRequests pullRequests;
    private final Clock clock;

    AnswersInText(PullRequests pullRequests, Clock clock) {
        this.pullRequests = pullRequests;
        this.clock = clock;
    }

    /**
     * Takes over what was edited in the text since the last reading.
     *
     * @return whether that changes answers that were checked before
     */
    boolean takeOver(DelegateExecution change, PullRequest pullRequest) {
        Answers found = PullRequestBody.answers(pullRequest.body());
        Optional<Answers> before = ChangeVariables.ANSWERS_READ.find(change);
        boolean same = ChangeVariables.PULL_REQUEST
                .get(change, "")
                .equals(pullRequest.ref().key());
        if (same && isSettled(change)) {
            before.filter(read -> !read.equals(found))
                    .ifPresent(edited -> ChangeVariables.ANSWERS_NOTICE.set(change, FROZEN));
            return false;
        }
        for (Question question : Question.values()) {
            String now = question.answerIn(found);
            boolean edited = before.isPresent()
                    && (same ? !question.answerIn(before.get()).equals(now) : !now.isBlank());
            Variable<String> answer = CurrentAnswers.variable(question);
            if (edited || answer.get(change, "").isBlank()) {
                answer.set(change, now);
            }
        }
        ChangeVariables.ANSWERS_READ.set(change, found);
        return ChangeVariables.ANSWERS_HASH.find(change).isPresent() && hash(change);
    }

    /**
     * Takes over what was edited in the text while somebody answered here: an answer that was left as it had been read
     * gives way, one that was written here stays.
     */
    void merge(DelegateExecution change, PullRequest pullRequest) {
        Answers found = PullRequestBody.answers(pullRequest.body());
        ChangeVariables.ANSWERS_READ.find(change).ifPresent(read -> {
            Answers now = CurrentAnswers.of(change);
            for (Question question : Question.values()) {
                if (question.answerIn(now).equals(question.answerIn(read))) {
                    CurrentAnswers.variable(question).set(change, question.answerIn(found));
                }
            }
        });
        ChangeVariables.ANSWERS_READ.set(change, found);
    }

    /** Both sides have approved and the pull request is merged: nothing in its text can change what was approved. */
    private static boolean isSettled(DelegateExecution change) {
        return ChangeVariables.MERGED.get(change, false)
                && ApprovalVariables.both().stream().allMatch(approval -> Standing.approved(change, approval));
    }

    /** Hashes the answers of now; returns whether they are others than those hashed before. */
    boolean hash(DelegateExecution change) {
        String now = AnswersHash.of(CurrentAnswers.of(change));
        Optional<String> before = ChangeVariables.ANSWERS_HASH.find(change);
        boolean others = before.isPresent() && !before.get().equals(now);
        if (others) {
            ChangeVariables.ANSWERS_CHANGED_AT.set(change, clock.instant().toString());
        }
        ChangeVariables.ANSWERS_HASH.set(change, now);
        return others;
    }

    /** Writes the answers of the change into the text, where it does not have them yet. */
    void writeBack(DelegateExecution change, PullRequest pullRequest) {
        Answers answers = CurrentAnswers.of(change);
        String body = pullRequest.body();
        boolean there = true;
        if (!PullRequestBody.answers(body).equals(answers)) {
            body = PullRequestBody.withAnswers(body, answers);
            there = described(pullRequest, body);
        }
        ChangeVariables.ANSWERS_ON_PULL_REQUEST.set(change, there);
        ChangeVariables.ANSWERS_READ.set(change, PullRequestBody.answers(there ? body : pullRequest.body()));
    }

    private boolean described(PullRequest pullRequest, String body) {
        try {
            pullRequests.describe(pullRequest.ref(), body);
            return true;
        } catch (PullRequestUnreadable mayNotEdit) {
            return false;
        }
    }
}
