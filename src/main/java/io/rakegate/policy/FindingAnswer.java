package io.rakegate.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a finding that has to be answered was answered.
 *
 * @param findingId the finding's {@link Finding#id()}
 * @param kind how it is answered
 * @param text the answer in the creator's words; may be empty where the kind says all
 * @param acceptedBy user id of the approver who accepted a waiver, null until one has
 */
public record FindingAnswer(
        String findingId, Kind kind, String text, @Nullable String acceptedBy) {

    /** How a finding is answered. */
    public enum Kind {
        /** A commit removes it: the answer holds once the finding is gone. */
        FIXED,
        /** It is so, and does no harm, for the reason given. */
        EXPLAINED,
        /** It stays, for the reason given; an approver has to accept that. */
        WAIVED,
        /** One SQL statement does all the writing. Only about a missing transaction. */
        SINGLE_STATEMENT,
        /** Each batch is atomic and the task goes on after a stop, in the way given. Only about a missing transaction. */
        ATOMIC_PER_BATCH
    }

    private static final String TRANSACTION = "WritesHappenInATransaction";
    private static final int FEWEST_CHARACTERS = 12;

    /** The findings that still wait for an answer, in the same order; those that ask for none are not among them. */
    public static List<Finding> unanswered(List<Finding> findings, List<FindingAnswer> answers) {
        return findings.stream()
                .filter(finding -> finding.severity() == Finding.Severity.TO_ANSWER)
                .filter(finding -> answers.stream().noneMatch(answer -> answer.settles(finding)))
                .toList();
    }

    /** Whether it answers this finding, which is still there. */
    public boolean settles(Finding finding) {
        if (!findingId.equals(finding.id())) {
            return false;
        }
        return switch (kind) {
            case FIXED -> false;
            case EXPLAINED -> saysSomething();
            case WAIVED -> saysSomething() && acceptedBy != null && !acceptedBy.isBlank();
            case SINGLE_STATEMENT -> finding.rule().equals(TRANSACTION);
            case ATOMIC_PER_BATCH -> finding.rule().equals(TRANSACTION) && saysSomething();
        };
    }

    private boolean saysSomething() {
        return !AnswerQuality.isPlaceholder(text) && AnswerQuality.words(text).length() >= FEWEST_CHARACTERS;
    }
}
