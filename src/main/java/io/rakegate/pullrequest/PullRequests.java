package io.rakegate.pullrequest;

import java.util.List;

/**
 * All pull requests that Rakegate is configured for. Every call goes out to GitHub: never make one inside a person's
 * transaction.
 *
 * <p>Errors: {@link PullRequestUnreadable} when GitHub answers that it is not there or not for us to see;
 * {@link PullRequestsUnavailable} for an outage, a rate limit or an answer that makes no sense. An outage is never an
 * empty list.
 */
public interface PullRequests {

    /**
     * The pull request that a link names. Asks nobody: safe inside a person's transaction.
     *
     * @throws IllegalArgumentException if the link is no pull request's, or its host or repository is not configured
     *     ({@code rakegate.github.web-url}, {@code rakegate.github.repositories}); the message says what to do
     */
    PullRequestRef locate(String link);

    /** The page of a pull request. Asks nobody. */
    String linkOf(PullRequestRef ref);

    /** The repositories that Rakegate works on, each as {@code owner/repository}. Asks nobody. */
    List<String> repositories();

    /** Every open pull request of a repository. */
    List<OpenPullRequest> open(String repositoryName);

    /** Paths at the head of all files that a pull request adds or changes: the little that tells whether to read on. */
    List<String> changedPaths(PullRequestRef ref);

    /** Reads everything about one pull request afresh. */
    PullRequest read(PullRequestRef ref);

    /**
     * Makes sure that exactly one comment with this marker exists and says this. Repeatable: a second call updates.
     *
     * @param marker names the comment among ours, such as {@code change} or {@code evidence-<id>}; it is put into a
     *     hidden HTML comment
     * @param markdown what it says, without the marker
     * @return the comment's page
     */
    String comment(PullRequestRef ref, String marker, String markdown);

    /**
     * Replaces the description. Repeatable. Read it just before: GitHub keeps nobody from writing over somebody else.
     *
     * <p>{@link PullRequestUnreadable} also says that the account that Rakegate uses may not edit it.
     *
     * @param markdown the whole new description
     */
    void describe(PullRequestRef ref, String markdown);

    /** Sets the merge gate named {@code rakegate} on a commit. Repeatable: the last call stands. */
    void setMergeGate(PullRequestRef ref, String headSha, MergeGate gate);

    /**
     * The text of files as the merge left them, to compare with what was approved.
     *
     * @param commitSha the merge commit
     * @return each file with its text at that commit; a file that is not there has a null content
     */
    List<ChangedFile> filesAt(PullRequestRef ref, String commitSha, List<String> paths);

    /**
     * The rake files that the merge will find beside those of a pull request: what its base branch has now, or had when
     * it was merged or closed, without the files that the pull request itself touches. Files larger than 1 MB are left
     * out: nobody writes those by hand.
     *
     * @param folders the repository's rake folders with all below them, such as {@code lib/tasks}; {@code *} stands for
     *     any one folder; one that is not there has no files
     */
    List<RakeSource> rakeFilesBeside(PullRequest pullRequest, List<String> folders);
}
