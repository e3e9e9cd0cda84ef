package io.rakegate.sandbox.github;

import io.rakegate.pullrequest.PullRequestRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pull request's own row; its commits, reviews and comments are kept apart.
 *
 * @param id GitHub's number for it among all pull requests
 * @param repository where it is
 * @param number its number in the repository
 * @param title its title
 * @param body its description in Markdown
 * @param author who opened it
 * @param open whether it is open
 * @param draft whether it is a draft
 * @param labels names of its labels
 * @param headBranch the branch it comes from
 * @param headSha the last commit of that branch
 * @param baseBranch the branch it goes into
 * @param baseSha the commit it was cut from
 * @param mergeSha the commit that merged it, null until then
 * @param mergedBy who merged it, null until then
 * @param createdAt when it was opened
 * @param updatedAt when anything about it last changed
 * @param closedAt when it was closed or merged, null while it is open
 */
public record Pull(
        long id,
        Repository repository,
        int number,
        String title,
        String body,
        Account author,
        boolean open,
        boolean draft,
        List<String> labels,
        String headBranch,
        String headSha,
        String baseBranch,
        String baseSha,
        @Nullable String mergeSha,
        @Nullable Account mergedBy,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant closedAt) {

    public Pull {
        labels = List.copyOf(labels);
    }

    /** What everybody calls it. */
    public PullRequestRef ref() {
        return new PullRequestRef(repository.owner(), repository.name(), number);
    }

    /** Whether it was merged. */
    public boolean merged() {
        return mergeSha != null;
    }

    /** Its state in one word for a page. */
    public String stateWord() {
        if (merged()) {
            return "merged";
        }
        if (!open) {
            return "closed";
        }
        return draft ? "draft" : "open";
    }
}
