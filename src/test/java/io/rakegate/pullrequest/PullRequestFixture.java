package io.rakegate.pullrequest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pull request for tests, said in words: {@code aPullRequest().touching("rakelib/prod/x.rake", ruby).build()}. What is
 * not said is ordinary: open, ready for review, from a branch of the same repository, by one author.
 */
public final class PullRequestFixture {

    /** The head commit of a pull request whose test does not name one. */
    public static final String HEAD = "1111111111111111111111111111111111111111";

    private static final Instant PUSHED = Instant.parse("2026-03-02T09:00:00Z");
    private static final GitHubUser AUTHOR = GitHubUser.person(101, "creator");

    private PullRequestRef ref = new PullRequestRef("acme", "records-api", 42);
    private GitHubUser author = AUTHOR;
    private String title = "Backfill the claim type";
    private String body = "";
    private PullRequest.State state = PullRequest.State.OPEN;
    private boolean draft;
    private boolean fromFork;
    private String headSha = HEAD;
    private Instant headCommittedAt = PUSHED;
    private @Nullable String mergeCommitSha;
    private final List<GitHubUser> committers = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private final List<ChangedFile> files = new ArrayList<>();
    private final List<Review> reviews = new ArrayList<>();

    private PullRequestFixture() {}

    /** An open pull request that touches nothing yet. */
    public static PullRequestFixture aPullRequest() {
        return new PullRequestFixture();
    }

    /** With this owner, repository and number, such as {@code acme/records-api#42}. */
    public PullRequestFixture named(String key) {
        ref = PullRequestRef.fromKey(key);
        return this;
    }

    /** Opened by this account. */
    public PullRequestFixture by(GitHubUser user) {
        author = user;
        return this;
    }

    /** With a commit by this account, beside the author's. */
    public PullRequestFixture committedBy(GitHubUser user) {
        committers.add(user);
        return this;
    }

    /** With this title. */
    public PullRequestFixture titled(String text) {
        title = text;
        return this;
    }

    /** With this description in Markdown. */
    public PullRequestFixture saying(String markdown) {
        body = markdown;
        return this;
    }

    /** With this head commit. */
    public PullRequestFixture withHead(String sha) {
        headSha = sha;
        return this;
    }

    /** Whose head commit was made at this moment. */
    public PullRequestFixture pushedAt(Instant moment) {
        headCommittedAt = moment;
        return this;
    }

    /** Adding a file with this text. */
    public PullRequestFixture touching(String path, String content) {
        files.add(new ChangedFile(path, ChangedFile.Change.ADDED, null, content));
        return this;
    }

    /** Changing a file whose text nobody reads. */
    public PullRequestFixture touching(String path) {
        files.add(new ChangedFile(path, ChangedFile.Change.MODIFIED, null, null));
        return this;
    }

    /** Removing a file. */
    public PullRequestFixture removing(String path) {
        files.add(new ChangedFile(path, ChangedFile.Change.REMOVED, null, null));
        return this;
    }

    /** Renaming a file, which then has this text. */
    public PullRequestFixture renaming(String from, String to, String content) {
        files.add(new ChangedFile(to, ChangedFile.Change.RENAMED, from, content));
        return this;
    }

    /** Approved by this account at the head named so far. */
    public PullRequestFixture reviewedBy(GitHubUser user) {
        return reviewedBy(user, Review.State.APPROVED, headSha);
    }

    /** Reviewed by this account at a commit. */
    public PullRequestFixture reviewedBy(GitHubUser user, Review.State what, String sha) {
        String url =
                "https://github.com/" + ref.repositoryName() + "/pull/" + ref.number() + "#review-" + reviews.size();
        reviews.add(new Review(user, what, sha, PUSHED.plusSeconds(60L * (reviews.size() + 1)), url));
        return this;
    }

    /** With this label. */
    public PullRequestFixture labelled(String label) {
        labels.add(label);
        return this;
    }

    /** Marked as a draft. */
    public PullRequestFixture asADraft() {
        draft = true;
        return this;
    }

    /** Coming from another repository. */
    public PullRequestFixture fromAFork() {
        fromFork = true;
        return this;
    }

    /** Closed without a merge. */
    public PullRequestFixture closed() {
        state = PullRequest.State.CLOSED;
        return this;
    }

    /** Merged by this commit. */
    public PullRequestFixture mergedAs(String sha) {
        state = PullRequest.State.MERGED;
        mergeCommitSha = sha;
        return this;
    }

    /** The pull request. */
    public PullRequest build() {
        List<GitHubUser> everyone = new ArrayList<>(List.of(author));
        everyone.addAll(committers);
        return new PullRequest(
                ref,
                "https://github.com/" + ref.repositoryName() + "/pull/" + ref.number(),
                title,
                body,
                state,
                draft,
                author,
                everyone,
                headSha,
                headCommittedAt,
                "backfill-claim-type",
                "main",
                "2222222222222222222222222222222222222222",
                fromFork,
                state == PullRequest.State.OPEN ? Mergeability.MERGEABLE : Mergeability.UNKNOWN,
                mergeCommitSha,
                labels,
                files,
                reviews);
    }
}
