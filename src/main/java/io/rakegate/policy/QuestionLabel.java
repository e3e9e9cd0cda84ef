package io.rakegate.policy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A question as people write it at the beginning of a line or in a heading.
 *
 * @param question which one it is
 * @param end where it ends in the line, its punctuation and markup included
 */
record QuestionLabel(Question question, int end) {

    private static final Map<Question, List<String>> SHORT_FORMS = Map.of(
            Question.WHAT_COULD_HAPPEN,
            List.of("what could happen", "what could go wrong", "what can go wrong", "what can happen"),
            Question.MITIGATION,
            List.of("what mitigating tasks", "mitigating tasks", "mitigations", "mitigation", "risk mitigation"),
            Question.BACKOUT_PLAN,
            List.of("what is the backout plan", "backout plan", "backout", "rollback plan"),
            Question.LOG_POINTER,
            List.of(
                    "where in the logs can the changes be retrieved for audit purposes",
                    "where in the logs can the changes be retrieved",
                    "where in the logs",
                    "log pointer",
                    "pointer to the logs"));
    private static final String DELIMITERS = "?:-–—";

    /** The question that a heading asks, in whatever form; null if it asks none. */
    static @Nullable Question inHeading(String text) {
        String words = letters(text);
        for (Question question : Question.values()) {
            if (forms(question).stream().anyMatch(words::contains)) {
                return question;
            }
        }
        return null;
    }

    /** The question that a line of a paragraph begins with; null if it begins with none. */
    static @Nullable QuestionLabel atStartOf(String text) {
        // the box of a task list; blanked rather than cut, so that offsets stay
        String line =
                text.length() > 3 && text.charAt(0) == '[' && text.charAt(2) == ']' ? "   " + text.substring(3) : text;
        for (Question question : Question.values()) {
            for (String form : forms(question)) {
                int end = endOf(form, line);
                if (end >= 0 && (form.equals(letters(question.text())) || isDelimited(line, end))) {
                    return new QuestionLabel(question, afterPunctuation(line, end));
                }
            }
        }
        return null;
    }

    private static List<String> forms(Question question) {
        return Stream.concat(Stream.of(question.text()), SHORT_FORMS.getOrDefault(question, List.of()).stream())
                .map(QuestionLabel::letters)
                .toList();
    }

    private static String letters(String text) {
        return AnswerQuality.words(text).replace(" ", "");
    }

    /** Where the letters of a form end, if the line begins with them in spite of markup, numbering and spaces. */
    private static int endOf(String form, String line) {
        int matched = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = Character.toLowerCase(line.charAt(i));
            if (matched < form.length() && c == form.charAt(matched)) {
                matched++;
            } else if (Character.isLetter(c) || (matched > 0 && Character.isDigit(c))) {
                return -1;
            }
            if (matched == form.length()) {
                return i + 1;
            }
        }
        return -1;
    }

    private static boolean isDelimited(String line, int end) {
        String markup = markup(line);
        if (!markup.isEmpty() && line.startsWith(markup, end)) {
            return true;
        }
        String rest = line.substring(end).stripLeading();
        return rest.isEmpty() || DELIMITERS.indexOf(rest.charAt(0)) >= 0;
    }

    private static int afterPunctuation(String line, int end) {
        String markup = markup(line);
        int at = end;
        boolean closed = markup.isEmpty();
        while (at < line.length()) {
            if (!closed && line.startsWith(markup, at)) {
                at += markup.length();
                closed = true;
            } else if (DELIMITERS.indexOf(line.charAt(at)) >= 0 || Character.isWhitespace(line.charAt(at))) {
                at++;
            } else {
                break;
            }
        }
        return at;
    }

    /** The asterisks or underscores that the label is set in; empty if it is plain. */
    private static String markup(String line) {
        int from = 0;
        while (from < line.length() && !Character.isLetter(line.charAt(from)) && "*_".indexOf(line.charAt(from)) < 0) {
            from++;
        }
        int to = from;
        while (to < line.length() && "*_".indexOf(line.charAt(to)) >= 0) {
            to++;
        }
        return line.substring(from, to);
    }
}
