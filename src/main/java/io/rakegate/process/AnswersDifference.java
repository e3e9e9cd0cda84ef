package io.rakegate.process;

import io.rakegate.policy.Answers;
import io.rakegate.policy.Question;
import java.util.Arrays;
import java.util.List;

/** What changed between the answers that somebody approved and those of now, for that person to read: old, then new. */
final class AnswersDifference {

    private static final String CHANGED = """

            **The answers changed after this side approved them. Read the difference and confirm again:** the commit is \
            the same, so your review on GitHub stands.
            """;
    private static final String ONE = """

            **%s**

            Before:

            > %s

            Now:

            > %s
            """;
    private static final String NOTHING = "*(no answer)*";

    private AnswersDifference() {}

    /** Markdown with each answer that changed, what is different in bold; empty if none did. */
    static String between(Answers before, Answers now) {
        StringBuilder text = new StringBuilder();
        for (Question question : Question.values()) {
            List<String> old = words(question.answerIn(before));
            List<String> current = words(question.answerIn(now));
            if (!old.equals(current)) {
                int same = sameAtStart(old, current);
                int sameAtEnd = sameAtEnd(old, current, same);
                text.append(
                        ONE.formatted(question.text(), marked(old, same, sameAtEnd), marked(current, same, sameAtEnd)));
            }
        }
        return text.isEmpty() ? "" : CHANGED + text;
    }

    private static List<String> words(String answer) {
        return answer.isBlank() ? List.of() : Arrays.asList(answer.strip().split("\\s+"));
    }

    private static int sameAtStart(List<String> old, List<String> current) {
        int same = 0;
        while (same < Math.min(old.size(), current.size()) && old.get(same).equals(current.get(same))) {
            same++;
        }
        return same;
    }

    private static int sameAtEnd(List<String> old, List<String> current, int sameAtStart) {
        int most = Math.min(old.size(), current.size()) - sameAtStart;
        int same = 0;
        while (same < most && old.get(old.size() - 1 - same).equals(current.get(current.size() - 1 - same))) {
            same++;
        }
        return same;
    }

    private static String marked(List<String> words, int sameAtStart, int sameAtEnd) {
        if (words.isEmpty()) {
            return NOTHING;
        }
        int end = words.size() - sameAtEnd;
        String different = String.join(" ", words.subList(sameAtStart, end));
        return String.join(
                        " ",
                        WrittenText.plain(String.join(" ", words.subList(0, sameAtStart))),
                        different.isEmpty() ? "" : "**" + WrittenText.plain(different) + "**",
                        WrittenText.plain(String.join(" ", words.subList(end, words.size()))))
                .strip();
    }
}
