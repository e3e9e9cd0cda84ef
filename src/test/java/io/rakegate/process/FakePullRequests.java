package io.rakegate.process;

import io.rakegate.pullrequest.ChangedFile;
import io.rakegate.pullrequest.GitHubUser;
import io.rakegate.pullrequest.MergeGate;
import io.rakegate.pullrequest.Mergeability;
import io.rakegate.pullrequest.OpenPullRequest;
import io.rakegate.pullrequest.PullRequest;
import io.rakegate.pullrequest.PullRequestRef;
import io.rakegate.pullrequest.PullRequestUnreadable;
import io.rakegate.pullrequest.PullRequests;
import io.rakegate.pullrequest.PullRequestsUnavailable;
import io.rakegate.pullrequest.RakeSource;
import io.rakegate.pullrequest.Review;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pull requests in memory: what a test says of them is read, what the process says on them is kept. */
class FakePullRequests implements PullRequests {

    static final GitHubUser AUTHOR = GitHubUser.person(1001, "creator");
    static final String RUBY = """
            namespace :data do
              desc 'Backfill'
              task backfill: :environment do
                Record.where(flag: nil).update_all(flag: false)
              end
            end
            """;

    final Map<String, PullRequest> pullRequests = Collections.synchronizedMap(new LinkedHashMap<>());
    final Map<String, String> comments = Collections.synchronizedMap(new LinkedHashMap<>());
    final Map<String, MergeGate> gates = Collections.synchronizedMap(new LinkedHashMap<>());
    final Map<String, List<ChangedFile>> merged = Collections.synchronizedMap(new LinkedHashMap<>());
    final List<RakeSource> rakeFolders = Collections.synchronizedList(new ArrayList<>());
    final List<String> descriptions = Collections.synchronizedList(new ArrayList<>());
    Instant reviewedAt = Instant.parse("2026-01-02T00:00:00Z");
    String title = "Backfill the flag";
    final List<String> lists = Collections.synchronizedList(new ArrayList<>());
    Instant updatedAt = Instant.parse("2026-01-03T00:00:00Z");
    Mergeability mergeability = Mergeability.MERGEABLE;
    boolean fromFork;
    int forbidden;
    boolean outage;
    boolean descriptionsAreForbidden;

    void clear() {
        pullRequests.clear();
        comments.clear();
        gates.clear();
        merged.clear();
        descriptions.clear();
        rakeFolders.clear();
        lists.clear();
        updatedAt = Instant.parse("2026-01-03T00:00:00Z");
        reviewedAt = Instant.parse("2026-01-02T00:00:00Z");
        mergeability = Mergeability.MERGEABLE;
        fromFork = false;
        forbidden = 0;
        outage = false;
        title = "Backfill the flag";
        descriptionsAreForbidden = false;
    }

    PullRequest open(int number, String sha, String path, String body) {
        PullRequestRef ref = new PullRequestRef("acme", "vets-api", number);
        ChangedFile file = new ChangedFile(path, ChangedFile.Change.ADDED, null, RUBY);
        PullRequest opened = new PullRequest(
                ref,
                linkOf(ref),
                title,
                body,
                PullRequest.State.OPEN,
                false,
                AUTHOR,
                List.of(AUTHOR),
                sha,
                Instant.parse("2026-01-01T00:00:00Z"),
                "backfill",
                "master",
                "b".repeat(40),
                fromFork,
                mergeability,
                null,
                List.of(),
                List.of(file),
                List.of());
        pullRequests.put(ref.key(), opened);
        return opened;
    }

    void change(
            PullRequest before,
            String sha,
            PullRequest.State state,
            String mergeCommit,
            List<ChangedFile> files,
            List<Review> reviews) {
        put(before, before.author(), before.body(), before.labels(), sha, state, mergeCommit, files, reviews);
    }

    void edit(int number, String body) {
        PullRequest now = of(number);
        put(
                now,
                now.author(),
                body,
                now.labels(),
                now.headSha(),
                now.state(),
                now.mergeCommitSha(),
                now.files(),
                now.reviews());
    }

    void proposedBy(int number, GitHubUser author, List<String> labels) {
        PullRequest now = of(number);
        put(
                now,
                author,
                now.body(),
                labels,
                now.headSha(),
                now.state(),
                now.mergeCommitSha(),
                now.files(),
                now.reviews());
    }

    private void put(
            PullRequest before,
            GitHubUser author,
            String body,
            List<String> labels,
            String sha,
            PullRequest.State state,
            String mergeCommit,
            List<ChangedFile> files,
            List<Review> reviews) {
        pullRequests.put(
                before.ref().key(),
                new PullRequest(
                        before.ref(),
                        before.url(),
                        before.title(),
                        body,
                        state,
                        before.draft(),
                        author,
                        List.of(author),
                        sha,
                        before.headCommittedAt(),
                        before.headBranch(),
                        before.baseBranch(),
                        before.baseSha(),
                        before.fromFork(),
                        mergeability,
                        mergeCommit,
                        labels,
                        files,
                        reviews));
    }

    void mergeability(int number, Mergeability now) {
        mergeability = now;
        edit(number, of(number).body());
    }

    void push(int number, String sha) {
        PullRequest before = of(number);
        change(before, sha, before.state(), null, before.files(), before.reviews());
    }

    void rewrite(int number, String sha, String ruby) {
        PullRequest before = of(number);
        List<ChangedFile> files =
                List.of(new ChangedFile(before.files().get(0).path(), ChangedFile.Change.ADDED, null, ruby));
        change(before, sha, before.state(), null, files, before.reviews());
    }

    void moveFile(int number, String sha, String path) {
        PullRequest before = of(number);
        List<ChangedFile> files = List.of(new ChangedFile(path, ChangedFile.Change.ADDED, null, RUBY));
        change(before, sha, before.state(), null, files, before.reviews());
    }

    void review(int number, GitHubUser who, Review.State state) {
        PullRequest before = of(number);
        List<Review> reviews = new ArrayList<>(before.reviews());
        Instant at = reviewedAt.plusSeconds(reviews.size());
        reviews.add(new Review(who, state, before.headSha(), at, before.url() + "#review-" + reviews.size()));
        change(before, before.headSha(), before.state(), before.mergeCommitSha(), before.files(), reviews);
    }

    void merge(int number, String mergeCommit) {
        PullRequest before = of(number);
        merged.put(mergeCommit, before.files());
        change(before, before.headSha(), PullRequest.State.MERGED, mergeCommit, before.files(), before.reviews());
    }

    void close(int number) {
        PullRequest before = of(number);
        change(before, before.headSha(), PullRequest.State.CLOSED, null, before.files(), before.reviews());
    }

    PullRequest of(int number) {
        return pullRequests.get("acme/vets-api#" + number);
    }

    @Override
    public PullRequestRef locate(String link) {
        PullRequestRef ref = PullRequestRef.fromLink(link);
        if (!ref.repositoryName().equals("acme/vets-api")) {
            throw new IllegalArgumentException(
                    "The repository " + ref.repositoryName() + " is not configured for Rakegate.");
        }
        return ref;
    }

    @Override
    public String linkOf(PullRequestRef ref) {
        return "https://github.com/" + ref.repositoryName() + "/pull/" + ref.number();
    }

    @Override
    public List<String> repositories() {
        return List.of("acme/gone", "acme/vets-api");
    }

    @Override
    public List<OpenPullRequest> open(String repositoryName) {
        if (outage) {
            throw new PullRequestsUnavailable("GitHub does not answer.");
        }
        if (!repositoryName.equals("acme/vets-api")) {
            throw new PullRequestUnreadable("There is no repository " + repositoryName + ".");
        }
        return pullRequests.values().stream()
                .filter(one -> one.state() == PullRequest.State.OPEN)
                .map(one -> new OpenPullRequest(one.ref(), updatedAt))
                .toList();
    }

    @Override
    public List<String> changedPaths(PullRequestRef ref) {
        lists.add(ref.key());
        if (ref.number() == forbidden) {
            throw new PullRequestUnreadable("The account that Rakegate uses may not read " + ref + ".");
        }
        return read(ref).files().stream().map(ChangedFile::path).toList();
    }

    @Override
    public PullRequest read(PullRequestRef ref) {
        if (outage) {
            throw new PullRequestsUnavailable("GitHub does not answer.");
        }
        PullRequest found = pullRequests.get(ref.key());
        if (found == null) {
            throw new PullRequestUnreadable("There is no pull request " + ref + ".");
        }
        return found;
    }

    @Override
    public String comment(PullRequestRef ref, String marker, String markdown) {
        if (outage) {
            throw new PullRequestsUnavailable("GitHub does not answer.");
        }
        comments.put(ref.key() + " " + marker, markdown);
        return linkOf(ref) + "#comment-" + marker;
    }

    @Override
    public void describe(PullRequestRef ref, String markdown) {
        if (descriptionsAreForbidden) {
            throw new PullRequestUnreadable("The account that Rakegate uses may not do this.");
        }
        descriptions.add(markdown);
        edit(ref.number(), markdown);
    }

    @Override
    public void setMergeGate(PullRequestRef ref, String headSha, MergeGate gate) {
        gates.put(headSha, gate);
    }

    @Override
    public List<ChangedFile> filesAt(PullRequestRef ref, String commitSha, List<String> paths) {
        return merged.getOrDefault(commitSha, List.of());
    }

    @Override
    public List<RakeSource> rakeFilesBeside(PullRequest pullRequest, List<String> folders) {
        if (outage) {
            throw new PullRequestsUnavailable("GitHub does not answer.");
        }
        return List.copyOf(rakeFolders);
    }
}
