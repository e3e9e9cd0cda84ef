package io.rakegate.process.web;

import io.rakegate.policy.Finding;
import org.jspecify.annotations.Nullable;

/**
 * A finding as the interface gives it.
 *
 * @param id names it among those of a change, over new commits too
 * @param rule the rule that noticed it
 * @param severity {@code BLOCKING}, {@code TO_ANSWER} or {@code NOTE}
 * @param blocking whether the change cannot go on with it
 * @param sentence what is so
 * @param file path of the file it is about, null if it is about none
 * @param line line in that file from 1, 0 if it is about no line
 * @param requirement the sentence of the process document it comes from
 * @param why why it matters
 * @param howToAnswer what to do about it, or how to answer it
 */
record FindingBody(
        String id,
        String rule,
        String severity,
        boolean blocking,
        String sentence,
        @Nullable String file,
        int line,
        String requirement,
        String why,
        String howToAnswer) {

    static FindingBody of(Finding finding) {
        return new FindingBody(
                finding.id(),
                finding.rule(),
                finding.severity().name(),
                finding.isBlocking(),
                finding.sentence(),
                finding.file(),
                finding.line(),
                finding.requirement(),
                finding.why(),
                finding.howToFix());
    }
}
