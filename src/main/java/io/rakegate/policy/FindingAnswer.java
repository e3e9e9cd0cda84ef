package io.rakegate.policy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the creator answers a finding that has to be answered.
 *
 * @param findingId the finding's {@link Finding#id()}
 * @param kind how it is answered
 * @param text the answer in the creator's words; may be empty where the kind says all
 */
public record FindingAnswer(String findingId, Kind kind, String text) {

    /** How a finding is answered. */
    public enum Kind {
        /** A commit removes it: the answer holds once the finding is gone. */
        FIXED("fixed", "fixed by a commit"),
        /** It is so, and does no harm, for the reason given. */
        EXPLAINED("explained", "explained"),
        /** One SQL statement does all the writing. Only about a missing transaction. */
        SINGLE_STATEMENT("singleStatement", "a single statement"),
        /** Each batch is atomic and the task goes on after a stop, in the way given. Only about a missing transaction. */
        ATOMIC_PER_BATCH("atomicPerBatch", "atomic per batch and resumable"),
        /** It stays, for the reason given; each approver has to accept that. */
        WAIVED("waived", "waived");

        private final String id;
        private final String words;

        Kind(String id, String words) {
            this.id = id;
            this.words = words;
        }

        /** Its name in forms and in the interface. */
        public String id() {
            return id;
        }

        /** What to call it: "… is waived". */
        public String words() {
            return words;
        }

        /** The kind of this name; empty if there is none. */
        public static Optional<Kind> withId(String id) {
            return Stream.of(values()).filter(kind -> kind.id.equals(id)).findFirst();
        }
    }

    private static final String TRANSACTION = "WritesHappenInATransaction";
    private static final int FEWEST_CHARACTERS = 12;

    /**
     * The findings that still wait for an answer, in the same order; those that ask for none are not among them. That a
     * finding is fixed by a commit is no answer while it is still there.
     */
    public static List<Finding> unanswered(List<Finding> findings, List<FindingAnswer> answers) {
        return findings.stream()
                .filter(Finding::isToAnswer)
                .filter(finding -> answers.stream().noneMatch(answer -> answer.answers(finding)))
                .toList();
    }

    /** Whether it answers this finding, which is still there. */
    public boolean answers(Finding finding) {
        return isAbout(finding) && kind != Kind.FIXED && shortcoming(finding).isEmpty();
    }

    /** Whether it is about this finding. */
    public boolean isAbout(Finding finding) {
        return findingId.equals(finding.id());
    }

    /** Why it says too little about the finding, as the end of a sentence; empty if it says enough. */
    public Optional<String> shortcoming(Finding finding) {
        boolean aboutTransactions = kind == Kind.SINGLE_STATEMENT || kind == Kind.ATOMIC_PER_BATCH;
        if (aboutTransactions && !finding.rule().equals(TRANSACTION)) {
            return Optional.of("\"" + kind.words() + "\" answers a missing transaction only");
        }
        boolean needsWords = kind == Kind.EXPLAINED || kind == Kind.WAIVED || kind == Kind.ATOMIC_PER_BATCH;
        return needsWords && !saysSomething()
                ? Optional.of("\"" + kind.words() + "\" needs a sentence that says why or how")
                : Optional.empty();
    }

    private boolean saysSomething() {
        return !AnswerQuality.isPlaceholder(text) && AnswerQuality.words(text).length() >= FEWEST_CHARACTERS;
    }
}
