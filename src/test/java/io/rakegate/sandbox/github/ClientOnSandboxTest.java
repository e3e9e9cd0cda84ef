package io.rakegate.sandbox.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnSandboxGitHub
class ClientOnSandboxTest {

    private static final AtomicInteger FILES = new AtomicInteger();

    private final String rakeFile = "rakelib/prod/task_" + FILES.incrementAndGet() + ".rake";

    @LocalServerPort
    private int port;

    @Autowired
    private FakeGitHub gitHub;

    @Autowired
    private Conversation conversation;

    @Autowired
    private Pulls pulls;

    @Autowired
    private Comments comments;

    @Autowired
    private Gate gate;

    @Autowired
    private Outages outages;

    @Autowired
    private SampleTasks samples;

    private RealClient client;
    private PullRequests pullRequests;

    @BeforeEach
    void start() {
        client = RealClient.of(port);
        pullRequests = client.pullRequests();
    }

    @AfterEach
    void stop() {
        outages.set(Outages.Outage.NONE);
        client.close();
    }

    @Test
    void aPullRequestIsReadAsItWasOpened() {
        PullRequestRef ref = opened(
                new NewCommit("creator", List.of("creator2"), "Add a task", Map.of(rakeFile, Optional.of("task :a"))));
        conversation.review(ref, "lead", io.rakegate.sandbox.github.Review.State.APPROVED, "");

        PullRequest read = pullRequests.read(ref);

        assertThat(read.url()).isEqualTo(pullRequests.linkOf(ref));
        assertThat(pullRequests.locate(read.url())).isEqualTo(ref);
        assertThat(read.state()).isEqualTo(PullRequest.State.OPEN);
        assertThat(read.author()).isEqualTo(GitHubUser.person(1001, "creator"));
        assertThat(read.committers())
                .containsExactly(GitHubUser.person(1001, "creator"), GitHubUser.person(1002, "creator2"));
        assertThat(read.headSha()).isEqualTo(pulls.get(ref).headSha());
        assertThat(read.mergeCommitSha()).isNull();
        assertThat(read.mergeability()).isEqualTo(Mergeability.BLOCKED);
        assertThat(read.fromFork()).isFalse();
        assertThat(read.labels()).containsExactly("database");
        assertThat(read.files()).containsExactly(new ChangedFile(rakeFile, ChangedFile.Change.ADDED, null, "task :a"));
        assertThat(read.reviews())
                .extracting(Review::author, Review::state, Review::commitSha)
                .containsExactly(tuple(GitHubUser.person(1003, "lead"), Review.State.APPROVED, read.headSha()));
    }

    @Test
    void whatIsSaidTwiceUnderOneMarkerIsOneComment() {
        PullRequestRef ref = openedWithATask();

        String first = pullRequests.comment(ref, "change", "Step 1");
        String second = pullRequests.comment(ref, "change", "Step 2");

        assertThat(second).isEqualTo(first);
        assertThat(comments.of(pulls.get(ref))).singleElement().satisfies(comment -> {
            assertThat(comment.body()).startsWith("<!--").endsWith("Step 2");
            assertThat(comment.author()).isEqualTo(Accounts.RAKEGATE);
        });
    }

    @Test
    void aCommentThatWasEditedOrDeletedByHandIsHealed() {
        PullRequestRef ref = openedWithATask();
        pullRequests.comment(ref, "change", "Step 1");
        conversation.edit(comments.of(pulls.get(ref)).get(0), "<!-- rakegate:change -->\nAll done");

        pullRequests.comment(ref, "change", "Step 1");
        assertThat(comments.of(pulls.get(ref)))
                .singleElement()
                .satisfies(healed -> assertThat(healed.body()).endsWith("Step 1"));

        conversation.delete(comments.of(pulls.get(ref)).get(0));
        pullRequests.comment(ref, "change", "Step 1");
        assertThat(comments.of(pulls.get(ref)))
                .singleElement()
                .satisfies(healed -> assertThat(healed.body()).endsWith("Step 1"));
    }

    @Test
    void aDescriptionIsReplacedAndReadBack() {
        PullRequestRef ref = openedWithATask();
        String title = pullRequests.read(ref).title();

        pullRequests.describe(ref, "## Back-out\n\n> Größe");

        assertThat(pullRequests.read(ref).body()).isEqualTo("## Back-out\n\n> Größe");
        assertThat(pullRequests.read(ref).title()).isEqualTo(title);
    }

    @Test
    void theMergeWaitsForTheGate() {
        PullRequestRef ref = openedWithATask();
        String head = pulls.get(ref).headSha();

        pullRequests.setMergeGate(ref, head, new MergeGate(MergeGate.State.PENDING, "Waiting", "http://localhost/1"));
        assertThatThrownBy(() -> gitHub.merge(ref, "lead", false)).hasMessageContaining("rakegate");
        pullRequests.setMergeGate(ref, head, new MergeGate(MergeGate.State.SUCCESS, "Approved", "http://localhost/1"));
        assertThat(gate.of(pulls.get(ref))).contains(new Gate.Says("success", "Approved", "http://localhost/1"));
        gitHub.merge(ref, "lead", false);

        PullRequest read = pullRequests.read(ref);
        assertThat(read.state()).isEqualTo(PullRequest.State.MERGED);
        assertThat(read.mergeCommitSha()).isEqualTo(pulls.get(ref).mergeSha());
    }

    @Test
    void filesAreReadAsTheMergeLeftThem() {
        PullRequestRef ref = opened(NewCommit.writing("creator", "Add it", Map.of(rakeFile, "puts 'ä'\n")));
        String merge = gitHub.merge(ref, "lead", true).sha();

        List<ChangedFile> files = pullRequests.filesAt(ref, merge, List.of(rakeFile, "rakelib/prod/none.rake"));

        assertThat(files).extracting(ChangedFile::content).containsExactly("puts 'ä'\n", null);
    }

    @Test
    void openPullRequestsAreListedAndWithThemThePathsOfTheirFiles() {
        PullRequestRef open = openedWithATask();
        PullRequestRef closed = openedWithATask();
        gitHub.close(closed);

        assertThat(pullRequests.open("sandbox/vets-api"))
                .extracting(OpenPullRequest::ref)
                .contains(open)
                .doesNotContain(closed);
        assertThat(pullRequests.changedPaths(open)).containsExactly(rakeFile);
    }

    @Test
    void theRakeFilesOfTheRepositoryAreReadBesideThoseOfThePullRequest() {
        String other = rakeFile.replace("task_", "other_");
        gitHub.merge(opened(NewCommit.writing("creator", "Add", Map.of(other, "task :other\n"))), "lead", true);
        PullRequest read = pullRequests.read(openedWithATask());

        List<RakeSource> beside = pullRequests.rakeFilesBeside(read, List.of("rakelib", "lib/none"));

        assertThat(beside).contains(new RakeSource(other, "task :other\n"));
        assertThat(beside).extracting(RakeSource::path).doesNotContain(rakeFile);
        assertThat(pullRequests.rakeFilesBeside(read, List.of("rakelib/prod")))
                .contains(new RakeSource(other, "task :other\n"));
    }

    @Test
    void moreThanAHundredFilesAndCommentsAreReadToTheEnd() {
        Map<String, String> files = new TreeMap<>();
        for (int number = 0; number < 130; number++) {
            files.put("docs/page-%03d.md".formatted(number), "page " + number + "\n");
        }
        PullRequestRef ref = opened(NewCommit.writing("creator", "Write the manual", files));
        for (int number = 0; number < 120; number++) {
            conversation.comment(ref, "lead", "remark " + number);
        }

        PullRequest read = pullRequests.read(ref);
        pullRequests.comment(ref, "change", "Step 1");
        pullRequests.comment(ref, "change", "Step 2");

        assertThat(read.files()).extracting(ChangedFile::path).containsExactlyElementsOf(files.keySet());
        assertThat(comments.of(pulls.get(ref))).hasSize(121);
    }

    @Test
    void anOutageIsNeverAnEmptyAnswer() {
        PullRequestRef ref = openedWithATask();
        outages.set(new Outages.Outage(1, 502, 0));

        assertThatThrownBy(() -> pullRequests.read(ref)).isInstanceOf(PullRequestsUnavailable.class);

        assertThat(pullRequests.read(ref).files()).hasSize(1);
    }

    @Test
    void aPullRequestThatIsNotThereIsUnreadable() {
        PullRequestRef ref = new PullRequestRef("sandbox", "vets-api", 99_999);

        assertThatThrownBy(() -> pullRequests.read(ref)).isInstanceOf(PullRequestUnreadable.class);
    }

    @Test
    void aPushMovesTheHeadAndLeavesTheReviewAtItsCommit() {
        PullRequestRef ref = openedWithATask();
        String reviewed = pulls.get(ref).headSha();
        conversation.review(ref, "console", io.rakegate.sandbox.github.Review.State.APPROVED, "");

        Commit pushed = gitHub.push(ref, NewCommit.writing("creator2", "Fix it", Map.of(rakeFile, "task :b")));

        PullRequest read = pullRequests.read(ref);
        assertThat(read.headSha()).isEqualTo(pushed.sha()).isNotEqualTo(reviewed);
        assertThat(read.reviews()).extracting(Review::commitSha).containsExactly(reviewed);
        assertThat(read.committers()).extracting(GitHubUser::id).containsExactly(1001L, 1002L);
    }

    @Test
    void everySampleCanBeRead() {
        for (int number = 1; number <= samples.all().size(); number++) {
            PullRequest read = pullRequests.read(new PullRequestRef("sandbox", "vets-api", number));

            assertThat(read.files()).as(read.title()).isNotEmpty();
            assertThat(read.headSha()).matches("[0-9a-f]{40}");
        }
    }

    private PullRequestRef openedWithATask() {
        return opened(NewCommit.writing("creator", "Add a task", Map.of(rakeFile, "task :a")));
    }

    private PullRequestRef opened(NewCommit commit) {
        return gitHub.open(new NewPull(
                        "sandbox",
                        "vets-api",
                        "A task",
                        "What it does",
                        "creator",
                        "a-task",
                        false,
                        List.of("database"),
                        List.of(commit)))
                .ref();
    }
}
