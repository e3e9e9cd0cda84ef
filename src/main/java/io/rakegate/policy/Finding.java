package io.rakegate.policy;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a rule noticed: a sentence, a place, and how to fix it.
 *
 * @param rule simple name of the rule's class, stable: answers refer to it
 * @param severity whether the change can go on without a fix
 * @param sentence what is so, for a person who has never heard of the rule
 * @param file path of the file it is about, null if it is about none
 * @param line line in that file from 1, 0 if it is about no line
 * @param requirement the sentence of the process document it comes from
 * @param why why it matters in production
 * @param howToFix what to do about it, or how to answer it
 */
public record Finding(
        String rule,
        Severity severity,
        String sentence,
        @Nullable String file,
        int line,
        String requirement,
        String why,
        String howToFix) {

    /** Whether a change can go on with the finding. */
    public enum Severity {
        /** The change stays with its creator until this is fixed. */
        BLOCKING,
        /** The creator answers it (fixed, explained, waived with a reason) and both approvers see the answer. */
        TO_ANSWER,
        /** Shown for information; asks for nothing. */
        NOTE
    }

    /** Names this finding among those of one commit, so that an answer can refer to it: rule, file and line. */
    public String id() {
        return rule + (file == null ? "" : ":" + file + (line == 0 ? "" : ":" + line));
    }

    /** Whether the change cannot go on with it. */
    public boolean isBlocking() {
        return severity == Severity.BLOCKING;
    }
}
