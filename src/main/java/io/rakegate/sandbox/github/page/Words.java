package io.rakegate.sandbox.github.page;

import io.rakegate.sandbox.github.FileChange;
import io.rakegate.sandbox.github.InSandbox;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** How the pages put times, lines of text and Markdown. */
@InSandbox
@Component("sandboxGitHubWords")
public class Words {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Markdown markdown;

    Words(Markdown markdown) {
        this.markdown = markdown;
    }

    /**
     * A line of a difference.
     *
     * @param kind add, del, at or same
     * @param text the line with its sign
     */
    public record Line(String kind, String text) {}

    /** A time for people. */
    public String time(Instant at) {
        return TIME.format(at);
    }

    /** HTML that is safe to put into a page as it is. */
    public String html(String text) {
        return markdown.html(text);
    }

    /** A word of the wire format as people write it. */
    public String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The lines of a difference with what each of them is. */
    public List<Line> difference(FileChange change) {
        return change.hunks().lines().map(Words::line).toList();
    }

    /** The lines of a text. */
    public List<String> lines(String text) {
        return text.lines().toList();
    }

    private static Line line(String text) {
        if (text.startsWith("@@")) {
            return new Line("at", text);
        }
        return new Line(text.startsWith("+") ? "add" : text.startsWith("-") ? "del" : "same", text);
    }
}
