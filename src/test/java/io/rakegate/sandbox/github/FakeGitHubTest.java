package io.rakegate.sandbox.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rakegate.pullrequest.PullRequestRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnSandboxGitHub
class FakeGitHubTest {

    private static final AtomicInteger FILES = new AtomicInteger();

    private final String file = "rakelib/prod/fake_" + FILES.incrementAndGet() + ".rake";

    @Autowired
    private FakeGitHub gitHub;

    @Autowired
    private Conversation conversation;

    @Autowired
    private Pulls pulls;

    @Autowired
    private Commits commits;

    @Autowired
    private FileChanges changes;

    @Autowired
    private Merging merging;

    @Autowired
    private GitHubStart start;

    @Test
    void commitsThatArePushedAtOnceAllStand() throws Exception {
        PullRequestRef ref = opened("task :a\n");
        ExecutorService people = Executors.newFixedThreadPool(8);
        List<Future<Commit>> pushes = new ArrayList<>();

        for (int number = 0; number < 8; number++) {
            NewCommit commit = NewCommit.writing("creator", "Push " + number, Map.of(file, "task :p" + number + "\n"));
            pushes.add(people.submit(() -> gitHub.push(ref, commit)));
        }
        for (Future<Commit> push : pushes) {
            push.get();
        }
        people.shutdown();

        Pull pull = pulls.get(ref);
        List<Commit> pushed = commits.between(pull.repository(), pull.baseSha(), pull.headSha());
        assertThat(pushed)
                .hasSize(9)
                .allSatisfy(commit -> assertThat(commit.parents()).hasSize(1));
        assertThat(pushed.get(8).sha()).isEqualTo(pull.headSha());
    }

    @Test
    void aFileThatOnlyMovedIsRenamedAndOneThatIsGoneIsRemoved() {
        gitHub.merge(opened("task :old\n"), "lead", true);
        String moved = file.replace("fake", "moved");

        PullRequestRef move = opened(new NewCommit(
                "creator", List.of(), "Move", Map.of(file, Optional.empty(), moved, Optional.of("task :old\n"))));
        PullRequestRef removal = opened(new NewCommit("creator", List.of(), "Remove", Map.of(file, Optional.empty())));

        assertThat(changes.of(pulls.get(move))).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo("renamed");
            assertThat(change.path()).isEqualTo(moved);
            assertThat(change.previousPath()).isEqualTo(file);
        });
        assertThat(changes.of(pulls.get(removal))).extracting(FileChange::kind).containsExactly("removed");
    }

    @Test
    void twoThatChangeTheSameFileConflictOnceOneIsMerged() {
        PullRequestRef first = opened("task :first\n");
        PullRequestRef second = opened("task :second\n");
        assertThat(merging.possible(pulls.get(second))).isTrue();

        gitHub.merge(first, "lead", true);

        assertThat(merging.possible(pulls.get(second))).isFalse();
        assertThatThrownBy(() -> gitHub.merge(second, "lead", true)).hasMessage("Pull Request is not mergeable");
    }

    @Test
    void aMergeKeepsWhatOthersMergedMeanwhile() {
        PullRequestRef first = opened("task :first\n");
        String other = file.replace("fake", "other");
        PullRequestRef second = opened(NewCommit.writing("creator", "Add", Map.of(other, "task :other\n")));

        gitHub.merge(first, "lead", true);
        Commit merge = gitHub.merge(second, "lead", true);

        assertThat(merge.tree()).containsKeys(file, other);
        assertThat(merge.parents()).hasSize(2).endsWith(pulls.get(second).headSha());
    }

    @Test
    void updatingTheBranchMakesANewHeadThatStillShowsOnlyItsOwnFiles() {
        PullRequestRef stale = opened("task :stale\n");
        String before = pulls.get(stale).headSha();
        gitHub.merge(
                opened(NewCommit.writing("creator", "Add", Map.of(file.replace("fake", "base"), "task :x\n"))),
                "lead",
                true);

        gitHub.updateBranch(stale, "creator2");

        Pull pull = pulls.get(stale);
        assertThat(pull.headSha()).isNotEqualTo(before);
        assertThat(changes.of(pull)).extracting(FileChange::path).containsExactly(file);
        assertThat(commits.between(pull.repository(), pull.baseSha(), pull.headSha()))
                .hasSize(2);
    }

    @Test
    void nobodyApprovesTheirOwn() {
        PullRequestRef ref = opened("task :a\n");

        assertThatThrownBy(() -> conversation.review(ref, "creator", Review.State.APPROVED, ""))
                .isInstanceOf(Refusal.class)
                .hasMessage("Can not approve your own pull request");
    }

    @Test
    void whatIsMergedOrClosedTakesNoCommit() {
        PullRequestRef merged = opened("task :a\n");
        gitHub.merge(merged, "lead", true);
        PullRequestRef closed = opened(NewCommit.writing("creator", "b", Map.of(file, "task :b\n")));
        gitHub.close(closed);

        for (PullRequestRef ref : List.of(merged, closed)) {
            assertThatThrownBy(() -> gitHub.push(ref, NewCommit.writing("creator", "c", Map.of(file, "c"))))
                    .isInstanceOf(Refusal.class);
        }
        assertThatThrownBy(() -> gitHub.reopen(merged)).isInstanceOf(Refusal.class);
    }

    @Test
    void aDraftIsNotMerged() {
        PullRequestRef ref = opened("task :draft\n");
        gitHub.setDraft(ref, true);

        assertThatThrownBy(() -> gitHub.merge(ref, "lead", true)).hasMessage("Pull Request is still a draft");
    }

    @Test
    void aPathThatLeavesTheRepositoryIsRefused() {
        for (String path : List.of("../x", "/etc/passwd", "a//b", "", "a/")) {
            assertThatThrownBy(() -> opened(NewCommit.writing("creator", "x", Map.of(path, "x"))))
                    .as(path)
                    .isInstanceOf(Refusal.class);
        }
    }

    @Test
    void longAndOddTextIsKeptAsItIs() {
        String text = "\"quotes\" 'and' <b>HTML</b> & emoji 👩‍🚒 \\ %s ".repeat(400);
        PullRequestRef ref = opened("task :a\n");

        gitHub.edit(ref, "Title 👋", text);
        Comment comment = conversation.comment(ref, "lead", text);

        assertThat(pulls.get(ref).body()).isEqualTo(text);
        assertThat(comment.body()).isEqualTo(text);
    }

    @Test
    void startingAgainAddsNothing() {
        Repository repository =
                pulls.get(new PullRequestRef("sandbox", "vets-api", 1)).repository();
        List<Pull> before = pulls.of(repository);

        start.afterPropertiesSet();

        assertThat(pulls.of(repository)).isEqualTo(before);
    }

    private PullRequestRef opened(String text) {
        return opened(NewCommit.writing("creator", "Add", Map.of(file, text)));
    }

    private PullRequestRef opened(NewCommit commit) {
        return gitHub.open(new NewPull(
                        "sandbox", "vets-api", "Title", "body", "creator", "b", false, List.of(), List.of(commit)))
                .ref();
    }
}
