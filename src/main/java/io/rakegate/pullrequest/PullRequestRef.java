package io.rakegate.pullrequest;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names one pull request: {@code owner/repository#number}. The text form is the business key of a change.
 *
 * @param owner organisation or user that owns the repository, as GitHub spells it
 * @param repository name of the repository without its owner
 * @param number number of the pull request, from 1
 */
public record PullRequestRef(String owner, String repository, int number) {

    private static final String NAME = "[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9_-])?";
    private static final Pattern LINK = Pattern.compile(
            "https?://[^/\\s]+(?:/[^/\\s]+){0,3}?/(" + NAME + ")/(" + NAME + ")/pull/(\\d{1,9})(?:[/?#].*)?");
    private static final Pattern KEY = Pattern.compile("(" + NAME + ")/(" + NAME + ")#(\\d{1,9})");

    public PullRequestRef {
        if (number < 1) {
            throw new IllegalArgumentException("A pull request's number starts at 1, not " + number + ".");
        }
    }

    /**
     * Reads the address of a pull request's page, such as {@code https://github.com/o/r/pull/1/files}, on any host and
     * below any path prefix; whether that host and repository are ours says {@link PullRequests#locate}.
     *
     * @throws IllegalArgumentException if the text is no such address; the message says what one looks like
     */
    public static PullRequestRef fromLink(String link) {
        return parse(
                LINK,
                link,
                "is not the link of a pull request. It looks like https://github.com/owner/repository/pull/123.");
    }

    /**
     * Reads the text form {@code owner/repository#number}.
     *
     * @throws IllegalArgumentException if the text has another form
     */
    public static PullRequestRef fromKey(String key) {
        return parse(KEY, key, "does not name a pull request. It looks like owner/repository#123.");
    }

    private static PullRequestRef parse(Pattern pattern, String text, String otherwise) {
        Matcher matcher = pattern.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("\"" + shortened(text) + "\" " + otherwise);
        }
        return new PullRequestRef(matcher.group(1), matcher.group(2), Integer.parseInt(matcher.group(3)));
    }

    private static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }

    /** The text form {@code owner/repository#number}, unique among pull requests and stable. */
    public String key() {
        return owner + "/" + repository + "#" + number;
    }

    /** The repository as {@code owner/repository}. */
    public String repositoryName() {
        return owner + "/" + repository;
    }

    /** Whether both name the same pull request; GitHub does not distinguish case in names. */
    public boolean isSameAs(PullRequestRef other) {
        return key().toLowerCase(Locale.ROOT).equals(other.key().toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return key();
    }
}
