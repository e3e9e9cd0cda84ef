package io.rakegate.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pull request template for teams to copy, and which words in an answer are only left over from a template. */
public final class PullRequestTemplate {

    private static final String RESOURCE = "/policy/pull-request-template.md";
    private static final String MARKDOWN = read();
    private static final Set<String> ITS_WORDS = Stream.concat(
                    MARKDOWN.lines(),
                    Stream.of(
                            ProcessDocument.MUST_ANSWER,
                            "For example:",
                            ProcessDocument.SMALLER_SUBSET,
                            ProcessDocument.GHOST_RUN,
                            "ghost run the task so that any changes aren't applied but can be validated",
                            ProcessDocument.BACKOUT_COMMANDS))
            .map(AnswerQuality::words)
            .filter(words -> !words.isEmpty())
            .collect(Collectors.toUnmodifiableSet());

    private PullRequestTemplate() {}

    /** The template in Markdown, as a file for {@code .github/PULL_REQUEST_TEMPLATE/}. */
    public static String markdown() {
        return MARKDOWN;
    }

    /** A text without the lines that a template put there. */
    static String withoutItsWords(String text) {
        return text.lines()
                .filter(line -> !ITS_WORDS.contains(AnswerQuality.words(line)))
                .collect(Collectors.joining("\n"));
    }

    private static String read() {
        try (InputStream template = PullRequestTemplate.class.getResourceAsStream(RESOURCE)) {
            if (template == null) {
                throw new IllegalStateException("The pull request template is not on the class path: " + RESOURCE);
            }
            return new String(template.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The pull request template cannot be read: " + RESOURCE, e);
        }
    }
}
