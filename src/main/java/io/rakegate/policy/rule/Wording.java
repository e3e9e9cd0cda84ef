package io.rakegate.policy.rule;

import io.rakegate.policy.Finding;
import io.rakegate.policy.code.RakeCode;

/**
 * What a rule about a rake file says with each of its findings.
 *
 * @param rule the rule
 * @param requirement the sentence of the process document it comes from
 * @param why why it matters in production
 * @param howToAnswer what to do about it, or how to answer it
 */
record Wording(Class<?> rule, String requirement, String why, String howToAnswer) {

    Finding toAnswer(RakeCode code, int line, String sentence) {
        return finding(Finding.Severity.TO_ANSWER, code, line, sentence);
    }

    Finding note(RakeCode code, int line, String sentence) {
        return finding(Finding.Severity.NOTE, code, line, sentence);
    }

    private Finding finding(Finding.Severity severity, RakeCode code, int line, String sentence) {
        return new Finding(
                rule.getSimpleName(), severity, sentence, code.file().path(), line, requirement, why, howToAnswer);
    }
}
