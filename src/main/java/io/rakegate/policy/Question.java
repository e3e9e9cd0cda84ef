package io.rakegate.policy;

import java.util.List;
import java.util.function.Function;

/** One of the four things that a creator must answer in the pull request. */
public enum Question {
    WHAT_COULD_HAPPEN(
            ProcessDocument.WHAT_COULD_HAPPEN,
            Answers::whatCouldHappen,
            List.of("what could happen", "what could go wrong", "what can go wrong", "what can happen")),
    MITIGATION(
            ProcessDocument.MITIGATION,
            Answers::mitigation,
            List.of("what mitigating tasks", "mitigating tasks", "mitigation", "mitigations", "risk mitigation")),
    BACKOUT_PLAN(
            ProcessDocument.BACKOUT_PLAN,
            Answers::backoutPlan,
            List.of(
                    "what is your backout plan",
                    "what is the backout plan",
                    "backout plan",
                    "back out plan",
                    "backout",
                    "rollback plan",
                    "roll back plan")),
    LOG_POINTER(
            ProcessDocument.LOG_POINTER,
            Answers::logPointer,
            List.of("pointer to where in the logs", "where in the logs", "log pointer", "pointer to the logs"));

    private final String text;
    private final Function<Answers, String> answer;
    private final List<String> shortForms;

    Question(String text, Function<Answers, String> answer, List<String> shortForms) {
        this.text = text;
        this.answer = answer;
        this.shortForms = shortForms;
    }

    /** The question as the process document asks it. */
    public String text() {
        return text;
    }

    /** What is answered to it; empty if nothing is. */
    public String answerIn(Answers answers) {
        return answer.apply(answers);
    }

    /** How people begin it, in lower case without punctuation; the full text begins with the first. */
    List<String> shortForms() {
        return shortForms;
    }
}
