package io.rakegate.pullrequest.github;

import io.rakegate.pullrequest.PullRequestRef;
import io.rakegate.pullrequest.PullRequestUnreadable;
import io.rakegate.pullrequest.PullRequestsUnavailable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.kohsuke.github.GHIssueComment;
import org.kohsuke.github.GHPullRequest;

/**
 * Comments that exist once and are updated. Each begins with a hidden marker; only comments that our own account wrote
 * count, since anybody can write a marker.
 */
final class StickyComments {

    private static final Pattern MARKER = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final int LONGEST_COMMENT = 65_000;
    private static final String SHORTENED = "\n\n*(shortened: GitHub takes no longer comments)*";

    private final GitHubConnection connection;

    StickyComments(GitHubConnection connection) {
        this.connection = connection;
    }

    /** Makes sure that the comment with this marker exists once and says this; returns the address of its page. */
    String say(PullRequestRef ref, String marker, String markdown) {
        if (!MARKER.matcher(marker).matches()) {
            throw new IllegalArgumentException("\"" + marker + "\" cannot be a comment's marker.");
        }
        String hidden = "<!-- rakegate:" + marker + " -->";
        String text = hidden + "\n" + shortened(markdown.strip());
        return LibraryCall.ask(() -> {
            GHPullRequest pullRequest =
                    connection.repository(ref.repositoryName()).getPullRequest(ref.number());
            List<GHIssueComment> ours = ours(pullRequest, hidden, ref);
            return ours.isEmpty() ? pageOf(pullRequest.comment(text)) : renew(ours, text);
        });
    }

    /** Ours with this marker, the oldest first. */
    private List<GHIssueComment> ours(GHPullRequest pullRequest, String hidden, PullRequestRef ref) throws IOException {
        List<GHIssueComment> marked = new ArrayList<>();
        for (GHIssueComment comment : pullRequest.listComments().withPageSize(100)) {
            String body = comment.getBody();
            if (body != null && body.stripLeading().startsWith(hidden)) {
                marked.add(comment);
            }
        }
        if (marked.isEmpty()) {
            return marked;
        }
        String ownLogin = connection.ownLogin(ref.repositoryName());
        return marked.stream()
                .filter(comment -> authorOf(comment).equalsIgnoreCase(ownLogin))
                .sorted(Comparator.comparing(GHIssueComment::getId))
                .toList();
    }

    private static String renew(List<GHIssueComment> ours, String text) throws IOException {
        GHIssueComment oldest = ours.get(0);
        if (!asSent(oldest.getBody()).equals(text)) {
            update(oldest, text);
        }
        for (GHIssueComment repetition : ours.subList(1, ours.size())) {
            delete(repetition);
        }
        return pageOf(oldest);
    }

    private static void update(GHIssueComment comment, String text) throws IOException {
        try {
            comment.update(text);
        } catch (PullRequestUnreadable deletedMeanwhile) {
            throw new PullRequestsUnavailable(
                    "The comment " + pageOf(comment) + " could not be updated: " + deletedMeanwhile.getMessage(),
                    deletedMeanwhile);
        }
    }

    private static void delete(GHIssueComment comment) throws IOException {
        try {
            comment.delete();
        } catch (PullRequestUnreadable alreadyDeleted) {
            throw new PullRequestsUnavailable(
                    "The repeated comment " + pageOf(comment) + " could not be deleted: " + alreadyDeleted.getMessage(),
                    alreadyDeleted);
        }
    }

    @SuppressWarnings("deprecation") // its replacement asks GitHub once more for every single author
    private static String authorOf(GHIssueComment comment) {
        return comment.getUserName();
    }

    private static String pageOf(GHIssueComment comment) {
        return comment.getHtmlUrl().toString();
    }

    private static String asSent(String body) {
        return body.replace("\r\n", "\n").strip();
    }

    private static String shortened(String markdown) {
        return markdown.length() <= LONGEST_COMMENT ? markdown : markdown.substring(0, LONGEST_COMMENT) + SHORTENED;
    }
}
