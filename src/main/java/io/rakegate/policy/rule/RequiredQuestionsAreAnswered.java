package io.rakegate.policy.rule;

import io.rakegate.policy.AnswerQuality;
import io.rakegate.policy.Finding;
import io.rakegate.policy.ProcessDocument;
import io.rakegate.policy.Question;
import io.rakegate.policy.Rule;
import io.rakegate.policy.Submission;
import java.util.Arrays;
import java.util.List;

/** Step 2: each of the four questions has an answer that says something about this change. */
public final class RequiredQuestionsAreAnswered implements Rule {

    @Override
    public List<Finding> check(Submission submission) {
        return Arrays.stream(Question.values())
                .flatMap(question -> AnswerQuality.of(question, question.answerIn(submission.answers()))
                        .shortcoming()
                        .map(shortcoming -> finding(question, shortcoming))
                        .stream())
                .toList();
    }

    private Finding finding(Question question, String shortcoming) {
        return new Finding(
                getClass().getSimpleName(),
                Finding.Severity.BLOCKING,
                "\"" + question.text() + "\" " + shortcoming,
                null,
                0,
                ProcessDocument.MUST_ANSWER + " " + question.text(),
                "Both approvers decide on these answers, and in a failed run they are the plan.",
                "Answer it in the task \"Answer the required questions\" or below the question in the pull request.");
    }
}
