package io.rakegate.policy;

/** One of the four things that a creator must answer in the pull request. */
public enum Question {
    WHAT_COULD_HAPPEN(ProcessDocument.WHAT_COULD_HAPPEN),
    MITIGATION(ProcessDocument.MITIGATION),
    BACKOUT_PLAN(ProcessDocument.BACKOUT_PLAN),
    LOG_POINTER(ProcessDocument.LOG_POINTER);

    private final String text;

    Question(String text) {
        this.text = text;
    }

    /** The question as the process document asks it. */
    public String text() {
        return text;
    }

    /** What is answered to it; empty if nothing is. */
    public String answerIn(Answers answers) {
        return switch (this) {
            case WHAT_COULD_HAPPEN -> answers.whatCouldHappen();
            case MITIGATION -> answers.mitigation();
            case BACKOUT_PLAN -> answers.backoutPlan();
            case LOG_POINTER -> answers.logPointer();
        };
    }
}
