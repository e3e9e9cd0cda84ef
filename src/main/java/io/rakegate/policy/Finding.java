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
 * @param anchor stands for the code it is about, null until {@link Anchors} has set it
 */
public record Finding(
        String rule,
        Severity severity,
        String sentence,
        @Nullable String file,
        int line,
        String requirement,
        String why,
        String howToFix,
        @Nullable String anchor) {

    /** A finding as a rule gives it. */
    public Finding(
            String rule,
            Severity severity,
            String sentence,
            @Nullable String file,
            int line,
            String requirement,
            String why,
            String howToFix) {
        this(rule, severity, sentence, file, line, requirement, why, howToFix, null);
    }

    /** Whether a change can go on with the finding. */
    public enum Severity {
        /** The change stays with its creator until this is fixed. */
        BLOCKING,
        /** The creator answers it (fixed, explained, waived with a reason) and both approvers see the answer. */
        TO_ANSWER,
        /** Shown for information; asks for nothing. */
        NOTE
    }

    /**
     * Names this finding among those of a change. It stays the same over commits while the code that it is about stays
     * as it is, wherever that moves in its file, so that an answer sticks to it.
     */
    public String id() {
        return anchor == null ? rule : rule + "-" + anchor;
    }

    /** Where it is: the file, with the line if it is about one; empty if it is about no file. */
    public String place() {
        return file == null ? "" : line == 0 ? file : file + ":" + line;
    }

    /** Whether it waits for an answer of the creator. */
    public boolean isToAnswer() {
        return severity == Severity.TO_ANSWER;
    }

    Finding anchoredAt(String newAnchor) {
        return new Finding(rule, severity, sentence, file, line, requirement, why, howToFix, newAnchor);
    }

    /** Whether the change cannot go on with it. */
    public boolean isBlocking() {
        return severity == Severity.BLOCKING;
    }
}
