package io.rakegate.pullrequest.github;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.rakegate.pullrequest.github.FakeGitHub.HEAD;
import static io.rakegate.pullrequest.github.FakeGitHub.REPO;
import static io.rakegate.pullrequest.github.FakeGitHub.json;
import static io.rakegate.pullrequest.github.FakeGitHub.object;
import static io.rakegate.pullrequest.github.FakeGitHub.payload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.rakegate.pullrequest.ChangedFile;
import io.rakegate.pullrequest.ChangedFile.Change;
import io.rakegate.pullrequest.GitHubUser;
import io.rakegate.pullrequest.Mergeability;
import io.rakegate.pullrequest.PullRequest;
import io.rakegate.pullrequest.PullRequestRef;
import io.rakegate.pullrequest.PullRequestUnreadable;
import io.rakegate.pullrequest.PullRequestsUnavailable;
import io.rakegate.pullrequest.Review;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadPullRequestTest {

    private static final PullRequestRef REF = new PullRequestRef("acme", "vets-api", 7);

    private final FakeGitHub github = new FakeGitHub();

    @AfterEach
    void stop() {
        github.close();
    }

    @Test
    void everyFactIsReadInOneGo() {
        github.withPullRequest();

        PullRequest read = github.pullRequests().read(REF);

        assertThat(read.ref()).isEqualTo(REF);
        assertThat(read.url()).isEqualTo("https://github.com/acme/vets-api/pull/7");
        assertThat(read.title()).isEqualTo("Backfill the claim numbers");
        assertThat(read.body()).startsWith("## What could happen").endsWith("stay without one.");
        assertThat(read.state()).isEqualTo(PullRequest.State.OPEN);
        assertThat(read.draft()).isFalse();
        assertThat(read.author()).isEqualTo(GitHubUser.person(1001, "carla-creator"));
        assertThat(read.headSha()).isEqualTo(HEAD);
        assertThat(read.headCommittedAt()).isEqualTo(Instant.parse("2026-03-02T10:00:00Z"));
        assertThat(read.headBranch()).isEqualTo("backfill-claims");
        assertThat(read.baseBranch()).isEqualTo("master");
        assertThat(read.baseSha()).isEqualTo("2222222222222222222222222222222222222222");
        assertThat(read.fromFork()).isFalse();
        assertThat(read.mergeability()).isEqualTo(Mergeability.BLOCKED);
        assertThat(read.labels()).containsExactly("claims-team", "production");
    }

    @Test
    void theTestMergeOfAnOpenPullRequestIsNotTakenForTheMerge() {
        github.withPullRequest();

        PullRequest read = github.pullRequests().read(REF);

        assertThat(read.mergeCommitSha()).isNull();
    }

    @Test
    void authorsCommittersAndCoAuthorsAreEachNamedOnce() {
        github.withPullRequest();

        PullRequest read = github.pullRequests().read(REF);

        assertThat(read.committers())
                .containsExactly(
                        GitHubUser.person(1001, "carla-creator"),
                        GitHubUser.person(2002, "lea-lead"),
                        GitHubUser.person(3003, "olga-operator"),
                        GitHubUser.person(0, "Nobody Known"),
                        new GitHubUser(49699333, "dependabot[bot]", true),
                        GitHubUser.person(4004, "pat-pairing"));
    }

    @Test
    void aCommitOfAnotherAddressSaysNothingAboutACoAuthor() {
        github.withPullRequest();
        github.answers(
                REPO + "/commits?author=nobody%40example.org&per_page=1",
                FakeGitHub.commitsOf("mallory", 6666, "mallory@example.org"));

        PullRequest read = github.pullRequests().read(REF);

        assertThat(read.committers())
                .contains(GitHubUser.person(0, "Nobody Known"))
                .extracting(GitHubUser::login)
                .doesNotContain("mallory");
    }

    @Test
    void rakeFilesComeWithTheirTextAndOthersWithout() {
        github.withPullRequest();

        PullRequest read = github.pullRequests().read(REF);

        assertThat(read.files())
                .containsExactly(
                        new ChangedFile(
                                "rakelib/prod/backfill_claims.rake",
                                Change.ADDED,
                                null,
                                "task backfill_claims: :environment do\nend\n"),
                        new ChangedFile("lib/claims/numbering.rb", Change.RENAMED, "lib/claims/numbers.rb", null),
                        new ChangedFile("rakelib/old_claims.rake", Change.REMOVED, null, null));
    }

    @Test
    void reviewsComeOldestFirstWithTheirCommitAndWithoutUnsubmittedOnes() {
        github.withPullRequest();

        PullRequest read = github.pullRequests().read(REF);

        assertThat(read.reviews())
                .containsExactly(
                        new Review(
                                GitHubUser.person(2002, "lea-lead"),
                                Review.State.CHANGES_REQUESTED,
                                "3333333333333333333333333333333333333333",
                                Instant.parse("2026-03-02T09:40:00Z"),
                                "https://github.com/acme/vets-api/pull/7#pullrequestreview-80"),
                        new Review(
                                GitHubUser.person(0, "ghost"),
                                Review.State.DISMISSED,
                                "",
                                Instant.parse("2026-03-02T10:05:00Z"),
                                "https://github.com/acme/vets-api/pull/7#pullrequestreview-83"),
                        new Review(
                                GitHubUser.person(2002, "lea-lead"),
                                Review.State.APPROVED,
                                HEAD,
                                Instant.parse("2026-03-02T10:10:00Z"),
                                "https://github.com/acme/vets-api/pull/7#pullrequestreview-82"));
    }

    @Test
    void nothingIsAskedTwiceOrPerReviewer() {
        github.withPullRequest();

        github.pullRequests().read(REF);

        assertThat(github.asked())
                .containsExactly(
                        "GET " + REPO + "/pulls/7",
                        "GET " + REPO + "/pulls/7/commits?per_page=100",
                        "GET " + REPO + "/pulls/7/reviews?per_page=100",
                        "GET " + REPO + "/pulls/7/files?per_page=100",
                        "GET " + REPO + "/contents/rakelib/prod/backfill_claims.rake?ref=" + HEAD,
                        "GET " + REPO + "/pulls/7",
                        "GET " + REPO + "/commits?author=olga%40example.org&per_page=1",
                        "GET " + REPO + "/commits?author=nobody%40example.org&per_page=1",
                        "GET " + REPO + "/commits?author=pat%40example.org&per_page=1");
        assertThat(github.requests()).allSatisfy(request -> {
            assertThat(request.getHeader("Authorization")).isEqualTo("Bearer " + FakeGitHub.TOKEN);
            assertThat(request.getHeader("X-GitHub-Api-Version")).isEqualTo("2022-11-28");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "true, clean, MERGEABLE",
        "true, unstable, MERGEABLE",
        "true, draft, MERGEABLE",
        "true, a state of tomorrow, MERGEABLE",
        "true, behind, BEHIND",
        "true, blocked, BLOCKED",
        "false, dirty, CONFLICTS",
        "false, unknown, CONFLICTS",
        "null, unknown, UNKNOWN",
        "null, clean, UNKNOWN"
    })
    void whetherItCanBeMergedIsKnownOnlyOnceGitHubHasWorkedItOut(String flag, String state, Mergeability expected) {
        github.withPullRequest();
        ObjectNode pull = object("pull.json").put("mergeable_state", state);
        github.answers(
                REPO + "/pulls/7",
                flag.equals("null") ? pull.putNull("mergeable") : pull.put("mergeable", flag.equals("true")));

        assertThat(github.pullRequests().read(REF).mergeability()).isEqualTo(expected);
    }

    @Test
    void aMergedPullRequestNamesTheCommitThatMergedIt() {
        github.withPullRequest();
        ObjectNode merged = object("pull.json").put("state", "closed").put("merged", true);
        github.answers(REPO + "/pulls/7", merged.putNull("mergeable"));

        PullRequest read = github.pullRequests().read(REF);

        assertThat(read.state()).isEqualTo(PullRequest.State.MERGED);
        assertThat(read.mergeCommitSha()).isEqualTo("9999999999999999999999999999999999999999");
        assertThat(read.mergeability()).isEqualTo(Mergeability.UNKNOWN);
    }

    @Test
    void aPullRequestClosedWithoutAMergeIsClosed() {
        github.withPullRequest();
        github.answers(REPO + "/pulls/7", object("pull.json").put("state", "closed"));

        PullRequest read = github.pullRequests().read(REF);

        assertThat(read.state()).isEqualTo(PullRequest.State.CLOSED);
    }

    @Test
    void aPullRequestFromAForkIsOneEvenAfterTheForkIsDeleted() {
        github.withPullRequest();
        ObjectNode pull = object("pull.json");
        ((ObjectNode) pull.get("head")).putNull("repo");
        github.answers(REPO + "/pulls/7", pull);

        PullRequest read = github.pullRequests().read(REF);

        assertThat(read.fromFork()).isTrue();
    }

    @Test
    void aDeletedAuthorAndAMissingDescriptionAreNoTrouble() {
        github.withPullRequest();
        ObjectNode pull = object("pull.json");
        pull.putNull("user");
        github.answers(REPO + "/pulls/7", pull.putNull("body"));

        PullRequest read = github.pullRequests().read(REF);

        assertThat(read.author()).isEqualTo(GitHubUser.person(0, "ghost"));
        assertThat(read.body()).isEmpty();
    }

    @Test
    void aRakeFileOfMoreThanAMegabyteHasNoText() {
        github.withPullRequest();
        github.file("rakelib/prod/backfill_claims.rake", HEAD, "#".repeat(1024 * 1024 + 1));

        PullRequest read = github.pullRequests().read(REF);

        assertThat(read.rakeFiles())
                .singleElement()
                .extracting(ChangedFile::content)
                .isNull();
    }

    @Test
    void aRakeFileOfExactlyAMegabyteIsRead() {
        github.withPullRequest();
        github.file("rakelib/prod/backfill_claims.rake", HEAD, "#".repeat(1024 * 1024));

        PullRequest read = github.pullRequests().read(REF);

        assertThat(read.rakeFiles())
                .singleElement()
                .satisfies(file -> assertThat(file.content()).hasSize(1024 * 1024));
    }

    @Test
    void aBinaryNamedRakeIsTextThatIsNoRuby() {
        github.withPullRequest();
        github.file("rakelib/prod/backfill_claims.rake", HEAD, new byte[] {(byte) 0xFF, 0, 'E', 'L', 'F', (byte) 0xFE});

        PullRequest read = github.pullRequests().read(REF);

        assertThat(read.rakeFiles())
                .singleElement()
                .extracting(ChangedFile::content)
                .isEqualTo("ÿ\uFFFDELFþ");
    }

    @Test
    void aFileInAnOlderCharsetIsRead() {
        github.withPullRequest();
        github.file(
                "rakelib/prod/backfill_claims.rake",
                HEAD,
                "# encoding: iso-8859-1\n# Größe\n".getBytes(StandardCharsets.ISO_8859_1));

        PullRequest read = github.pullRequests().read(REF);

        assertThat(read.rakeFiles())
                .singleElement()
                .extracting(ChangedFile::content)
                .isEqualTo("# encoding: iso-8859-1\n# Größe\n");
    }

    @Test
    void aPushWhileReadingIsReadAgain() {
        github.withPullRequest();
        String newHead = "3333333333333333333333333333333333333333";
        ObjectNode moved = object("pull.json");
        ((ObjectNode) moved.get("head")).put("sha", newHead);
        github.file("rakelib/prod/backfill_claims.rake", newHead, "# after the push\n");
        github.on(get(urlEqualTo(REPO + "/pulls/7"))
                .inScenario("push")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(json(200, payload("pull.json")))
                .willSetStateTo("pushed"));
        github.on(get(urlEqualTo(REPO + "/pulls/7"))
                .inScenario("push")
                .whenScenarioStateIs("pushed")
                .willReturn(json(200, moved)));

        PullRequest read = github.pullRequests().read(REF);

        assertThat(read.headSha()).isEqualTo(newHead);
        assertThat(read.rakeFiles())
                .singleElement()
                .extracting(ChangedFile::content)
                .isEqualTo("# after the push\n");
    }

    @Test
    void listsThatStayShorterThanGitHubCountsAreNotBelieved() {
        github.withPullRequest();
        github.answers(REPO + "/pulls/7/files?per_page=100", JsonNodeFactory.instance.arrayNode());

        assertThatThrownBy(() -> github.pullRequests().read(REF))
                .isInstanceOf(PullRequestsUnavailable.class)
                .hasMessage("acme/vets-api#7 changes while it is read: GitHub's answers do not belong together."
                        + " It is read again later.");

        assertThat(github.asked())
                .filteredOn(line -> line.endsWith("/pulls/7"))
                .as("attempts, and one look before")
                .hasSize(4);
    }

    @Test
    void aPullRequestWithMoreFilesThanGitHubListsIsRefused() {
        github.withPullRequest();
        github.answers(REPO + "/pulls/7", object("pull.json").put("changed_files", 3001));

        assertThatThrownBy(() -> github.pullRequests().read(REF))
                .isInstanceOf(PullRequestUnreadable.class)
                .hasMessageContaining("touches 3001 files")
                .hasMessageContaining("Open a smaller pull request");
    }

    @Test
    void aRequiredFactThatIsMissingIsNoAnswer() {
        github.withPullRequest();
        ObjectNode pull = object("pull.json");
        pull.remove("head");
        github.answers(REPO + "/pulls/7", pull);

        assertThatThrownBy(() -> github.pullRequests().read(REF))
                .isInstanceOf(PullRequestsUnavailable.class)
                .hasMessageContaining("/repos/acme/vets-api/pulls/7 makes no sense")
                .hasMessageContaining("head");
    }

    @Test
    void aReviewStateThatNobodyKnowsIsNoAnswer() {
        github.withPullRequest();
        ArrayNode reviews = (ArrayNode) payload("reviews.json");
        ((ObjectNode) reviews.get(0)).put("state", "SHRUGGED");
        github.answers(REPO + "/pulls/7/reviews?per_page=100", reviews);

        assertThatThrownBy(() -> github.pullRequests().read(REF))
                .isInstanceOf(PullRequestsUnavailable.class)
                .hasMessage("GitHub gives a review the unknown state SHRUGGED.");
    }
}
