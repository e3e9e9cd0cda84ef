package io.rakegate.pullrequest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What GitHub says about a pull request at one moment, read in one go.
 *
 * @param ref which pull request
 * @param url its page
 * @param title its title
 * @param body its description in Markdown, empty if there is none
 * @param state open, closed without a merge, or merged
 * @param draft whether it is marked as a draft
 * @param author who opened it
 * @param committers every author, committer and co-author of its commits, without repetition
 * @param headSha the commit it proposes, 40 hex digits
 * @param headCommittedAt when that commit was made, by its committer's clock
 * @param headBranch the branch it comes from
 * @param baseBranch the branch it goes into
 * @param baseSha the commit of that branch it is compared with
 * @param fromFork whether it comes from another repository
 * @param mergeability whether GitHub would merge it now
 * @param mergeCommitSha the commit that merged it, null until then
 * @param labels names of its labels
 * @param files every file that it touches, rake files with their text at the head
 * @param reviews every review, oldest first
 */
public record PullRequest(
        PullRequestRef ref,
        String url,
        String title,
        String body,
        State state,
        boolean draft,
        GitHubUser author,
        List<GitHubUser> committers,
        String headSha,
        Instant headCommittedAt,
        String headBranch,
        String baseBranch,
        String baseSha,
        boolean fromFork,
        Mergeability mergeability,
        @Nullable String mergeCommitSha,
        List<String> labels,
        List<ChangedFile> files,
        List<Review> reviews) {

    public PullRequest {
        committers = List.copyOf(committers);
        labels = List.copyOf(labels);
        files = List.copyOf(files);
        reviews = List.copyOf(reviews);
    }

    /** Whether a pull request is still open, and if not, how it ended. */
    public enum State {
        OPEN,
        CLOSED,
        MERGED
    }

    /** The rake files it adds or changes, with their text; removed ones are not among them. */
    public List<ChangedFile> rakeFiles() {
        return files.stream()
                .filter(file -> file.isRakeFile() && file.change() != ChangedFile.Change.REMOVED)
                .toList();
    }
}
