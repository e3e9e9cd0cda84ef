package io.rakegate.policy;

/**
 * The creator's answers to the questions every change "must answer … in PR". Empty text means not answered.
 *
 * @param whatCouldHappen "What could happen if this script does not go as expected?"
 * @param mitigation "What mitigating tasks will you perform to reduce the risk?"
 * @param backoutPlan "What is your backout plan?"
 * @param logPointer "Pointer to where in the logs the changes can be retrieved for audit purposes"
 */
public record Answers(String whatCouldHappen, String mitigation, String backoutPlan, String logPointer) {

    /** No question answered. */
    public static final Answers NONE = new Answers("", "", "", "");
}
