package io.rakegate.policy;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Where one question is answered in a body, and with what.
 *
 * @param question the question
 * @param kind in what kind of block it is asked
 * @param start where the answer begins, as an offset in the body
 * @param end where it ends
 * @param indent how far the block is indented, in spaces
 * @param answer what is answered, without comments and template text; empty if nothing is
 */
record AnswerPlace(Question question, BodyMark.Kind kind, int start, int end, int indent, String answer) {

    static AnswerPlace of(BodyMark mark, Question question, int end, BodyOutline outline, String body) {
        return new AnswerPlace(
                question, mark.kind(), mark.end(), end, mark.indent(), read(body, mark.end(), end, outline.comments()));
    }

    private static String read(String body, int start, int end, List<BodyOutline.Span> comments) {
        String whole = dedented(body.substring(start, end));
        if (isQuotedThroughout(whole)) {
            return whole.lines()
                    .map(AnswerPlace::unquoted)
                    .collect(Collectors.joining("\n"))
                    .strip();
        }
        StringBuilder visible = new StringBuilder();
        int at = start;
        for (BodyOutline.Span comment : comments) {
            if (comment.start() >= at && comment.start() < end) {
                visible.append(body, at, comment.start());
                at = Math.min(comment.end(), end);
            }
        }
        visible.append(body, at, end);
        return PullRequestTemplate.withoutItsWords(dedented(visible.toString())).strip();
    }

    private static boolean isQuotedThroughout(String text) {
        return !text.isBlank() && text.lines().allMatch(line -> line.isBlank() || line.startsWith(">"));
    }

    private static String unquoted(String line) {
        return line.startsWith("> ") ? line.substring(2) : line.startsWith(">") ? line.substring(1) : line;
    }

    /** Without the indentation that all lines after the first share. */
    private static String dedented(String text) {
        List<String> lines = text.lines().toList();
        int shared = lines.stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        return lines.stream()
                .map(line -> {
                    int indent = line.length() - line.stripLeading().length();
                    return line.substring(Math.min(shared, indent));
                })
                .collect(Collectors.joining("\n"));
    }
}
