package io.rakegate.policy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Whether an answer says anything: it is there, is no placeholder, is not the template, and is long enough. */
public enum AnswerQuality {
    MISSING("has no answer."),
    PLACEHOLDER("is answered by a placeholder."),
    TEMPLATE("is answered by the template's own words."),
    TOO_SHORT("is answered too briefly to help anybody; write at least a sentence, a command or a link."),
    ANSWERED("");

    private static final int FEWEST_CHARACTERS = 12;
    private static final Set<String> PLACEHOLDERS = Set.of(
            "tbd",
            "tba",
            "todo",
            "to do",
            "to be done",
            "to be determined",
            "to be added",
            "to be decided",
            "n a",
            "na",
            "not applicable",
            "none",
            "no",
            "nope",
            "nothing",
            "nil",
            "null",
            "yes",
            "ok",
            "okay",
            "unknown",
            "not sure",
            "idk",
            "no idea",
            "pending",
            "wip",
            "work in progress",
            "coming soon",
            "later",
            "see above",
            "see below",
            "same as above",
            "same",
            "x",
            "xx",
            "xxx",
            "test",
            "asdf",
            "lorem ipsum",
            "fill in",
            "fill me in",
            "placeholder",
            "no risk",
            "no risks",
            "none needed",
            "not needed",
            "not required",
            "none required",
            "n a none",
            "does not apply",
            "no backout plan",
            "no plan",
            "nothing to do",
            "will add later",
            "will update later",
            "to be filled in",
            "to be filled in later",
            "will be added later");
    private static final List<String> FILLERS =
            List.of("currently ", "still ", "it is ", "it s ", "this is ", "answer ", "todo ", "tbd ");

    private final String shortcoming;

    AnswerQuality(String shortcoming) {
        this.shortcoming = shortcoming;
    }

    /** Judges one answer. */
    public static AnswerQuality of(Question question, String answer) {
        String words = words(answer);
        if (words.isEmpty()) {
            return answer.isBlank() ? MISSING : PLACEHOLDER;
        }
        if (isPlaceholder(answer)) {
            return PLACEHOLDER;
        }
        if (words.equals(words(question.text()))
                || words(PullRequestTemplate.withoutItsWords(answer)).isEmpty()) {
            return TEMPLATE;
        }
        return words.length() < FEWEST_CHARACTERS ? TOO_SHORT : ANSWERED;
    }

    /** Whether a text only stands where an answer should, such as "TBD" or "n/a". */
    static boolean isPlaceholder(String text) {
        String words = words(text);
        String core = words;
        for (String filler : FILLERS) {
            core = core.startsWith(filler) ? core.substring(filler.length()) : core;
        }
        return PLACEHOLDERS.contains(core) || PLACEHOLDERS.contains(words);
    }

    /** Lower-case letters and digits of any script, with single spaces between. */
    static String words(String text) {
        StringBuilder words = new StringBuilder();
        text.toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c)) {
                words.appendCodePoint(c);
            } else if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        });
        return words.toString().strip();
    }

    /** What to say about the answer after the question; empty if it is answered. */
    public Optional<String> shortcoming() {
        return shortcoming.isEmpty() ? Optional.empty() : Optional.of(shortcoming);
    }
}
