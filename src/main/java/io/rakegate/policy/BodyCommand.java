package io.rakegate.policy;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the command that is to run in production in a pull request's description, where the template asks for it. */
public final class BodyCommand {

    private static final Pattern COMMENT = Pattern.compile("<!--.*?(-->|\\z)", Pattern.DOTALL);

    /** A line or heading that begins with "Command", with the command in backticks behind it or in a block below. */
    private static final Pattern COMMAND = Pattern.compile(
            "^[ \\t>#*_|-]*command\\b[^`\\n]{0,80}(?:`([^`\\n]+)`|\\n\\s{0,3}```\\w*[ \\t]*\\n([^`\\n]+)\\n\\s{0,3}```)",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    /** What the template says in this place. */
    private static final String TEMPLATE_TASK = "namespace:task";

    private BodyCommand() {}

    /**
     * The rake command of a description; empty if there is none, if it is the template's own, or if there are several
     * and it is open which one is meant.
     */
    public static Optional<String> find(String markdown) {
        String text = COMMENT.matcher(markdown.replace("\r\n", "\n")).replaceAll("");
        Set<String> found = new LinkedHashSet<>();
        Matcher matcher = COMMAND.matcher(text);
        while (matcher.find()) {
            String command = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            if (isMeant(command.strip())) {
                found.add(command.strip());
            }
        }
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    private static boolean isMeant(String command) {
        try {
            return !RakeCommand.parse(command).firstTask().task().equals(TEMPLATE_TASK);
        } catch (IllegalArgumentException noRakeCommand) {
            return false;
        }
    }
}
