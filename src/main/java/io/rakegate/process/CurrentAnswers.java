package io.rakegate.process;

import io.rakegate.policy.Answers;
import io.rakegate.policy.Question;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.Variable;
import org.camunda.bpm.engine.delegate.VariableScope;

/** The four answers of a change as they stand now, wherever they were given. */
public final class CurrentAnswers {

    private CurrentAnswers() {}

    /** All four, without blanks around them; empty text for what is not answered. */
    public static Answers of(VariableScope change) {
        return new Answers(
                of(change, Question.WHAT_COULD_HAPPEN),
                of(change, Question.MITIGATION),
                of(change, Question.BACKOUT_PLAN),
                of(change, Question.LOG_POINTER));
    }

    private static String of(VariableScope change, Question question) {
        return plain(variable(question).get(change, ""));
    }

    /** An answer as it compares with others: a browser's line ends and the blanks around it make no difference. */
    public static String plain(String answer) {
        return answer.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    /** The variable that keeps the answer to a question. */
    public static Variable<String> variable(Question question) {
        return switch (question) {
            case WHAT_COULD_HAPPEN -> ChangeVariables.WHAT_COULD_HAPPEN;
            case MITIGATION -> ChangeVariables.MITIGATION;
            case BACKOUT_PLAN -> ChangeVariables.BACKOUT_PLAN;
            case LOG_POINTER -> ChangeVariables.LOG_POINTER;
        };
    }
}
