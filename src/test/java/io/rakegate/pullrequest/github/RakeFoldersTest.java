package io.rakegate.pullrequest.github;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.rakegate.pullrequest.PullRequestFixture.aPullRequest;
import static io.rakegate.pullrequest.github.FakeGitHub.REPO;
import static io.rakegate.pullrequest.github.FakeGitHub.json;
import static io.rakegate.pullrequest.github.FakeGitHub.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.rakegate.pullrequest.PullRequest;
import io.rakegate.pullrequest.PullRequestFixture;
import io.rakegate.pullrequest.PullRequestUnreadable;
import io.rakegate.pullrequest.PullRequestsUnavailable;
import io.rakegate.pullrequest.RakeSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RakeFoldersTest {

    private static final String TIP = REPO + "/commits?sha=main&per_page=1";
    private static final List<String> FOLDERS = List.of("lib/tasks", "rakelib");
    private static final PullRequest PULL_REQUEST = ours().build();

    private final FakeGitHub github = new FakeGitHub();
    private final GitHubPullRequests pullRequests = github.pullRequests();

    private static PullRequestFixture ours() {
        return aPullRequest().named("acme/vets-api#7").touching("rakelib/prod/ours.rake", "task :ours");
    }

    @BeforeEach
    void aRepositoryWithRakeFolders() {
        tip(TIP, "root");
        tree("root", folder("app", "app"), folder("lib", "lib"), folder("rakelib", "rakelib"));
        tree("app", file("x.rake", "unrelated"));
        tree("lib", folder("tasks", "tasks"), file("version.rake", "unrelated"));
        tree("tasks", file("a.rake", "blob-a"), file("a.rb", "unrelated"));
        tree("rakelib", folder("prod", "prod"), file("b.rake", "blob-b"));
        tree("prod", file("ours.rake", "blob-ours"), file("c.rake", "blob-c"));
        List.of("a", "b", "c", "ours").forEach(name -> blob("blob-" + name, "task :" + name + " # ä\n"));
    }

    @AfterEach
    void stop() {
        github.close();
    }

    @Test
    void theRakeFilesOfTheFoldersAreReadWithoutThoseOfThePullRequest() {
        List<RakeSource> files = pullRequests.rakeFilesBeside(PULL_REQUEST, FOLDERS);

        assertThat(files)
                .containsExactly(
                        new RakeSource("lib/tasks/a.rake", "task :a # ä\n"),
                        new RakeSource("rakelib/prod/c.rake", "task :c # ä\n"),
                        new RakeSource("rakelib/b.rake", "task :b # ä\n"));
        assertThat(github.asked()).doesNotContain("GET " + REPO + "/git/trees/app");
    }

    @Test
    void theSecondTimeOnlyTheTipIsAskedFor() {
        List<RakeSource> first = pullRequests.rakeFilesBeside(PULL_REQUEST, FOLDERS);
        int before = github.asked().size();

        List<RakeSource> second = pullRequests.rakeFilesBeside(PULL_REQUEST, FOLDERS);

        assertThat(second).isEqualTo(first);
        assertThat(github.asked().subList(before, github.asked().size())).containsExactly("GET " + TIP);
    }

    @Test
    void whatChangedOnTheBaseBranchIsReadAndTheRestIsNot() {
        pullRequests.rakeFilesBeside(PULL_REQUEST, FOLDERS);
        tip(TIP, "root-2");
        tree("root-2", folder("lib", "lib"), folder("rakelib", "rakelib-2"));
        tree("rakelib-2", folder("prod", "prod"), file("d.rake", "blob-d"));
        blob("blob-d", "task :d");
        int before = github.asked().size();

        List<RakeSource> files = pullRequests.rakeFilesBeside(PULL_REQUEST, FOLDERS);

        assertThat(files)
                .extracting(RakeSource::path)
                .containsExactly("lib/tasks/a.rake", "rakelib/prod/c.rake", "rakelib/d.rake");
        assertThat(github.asked().subList(before, github.asked().size()))
                .containsExactly(
                        "GET " + TIP,
                        "GET " + REPO + "/git/trees/root-2",
                        "GET " + REPO + "/git/trees/rakelib-2",
                        "GET " + REPO + "/git/blobs/blob-d");
    }

    @Test
    void anOutageIsNeverAnEmptyListAndTheNextReadingGoesOnWhereItBrokeOff() {
        github.on(get(urlEqualTo(REPO + "/git/blobs/blob-c")).willReturn(WireMock.serverError()));

        assertThatThrownBy(() -> pullRequests.rakeFilesBeside(PULL_REQUEST, FOLDERS))
                .isInstanceOf(PullRequestsUnavailable.class);

        blob("blob-c", "task :c");
        int before = github.asked().size();
        assertThat(pullRequests.rakeFilesBeside(PULL_REQUEST, FOLDERS)).hasSize(3);
        assertThat(github.asked().subList(before, github.asked().size()))
                .containsExactly(
                        "GET " + TIP, "GET " + REPO + "/git/blobs/blob-c", "GET " + REPO + "/git/blobs/blob-b");
    }

    @Test
    void aTreeThatGitHubCutsShortIsNotTakenForTheWhole() {
        github.answers(REPO + "/git/trees/prod", node("{\"tree\": [], \"truncated\": true}"));

        assertThatThrownBy(() -> pullRequests.rakeFilesBeside(PULL_REQUEST, FOLDERS))
                .isInstanceOf(PullRequestUnreadable.class)
                .hasMessageContaining("does not list the whole folder")
                .hasMessageContaining("rakegate.process.rake-folders");
    }

    @Test
    void moreFilesThanAreReadAreRefusedBeforeOneIsFetched() {
        tree(
                "prod",
                IntStream.rangeClosed(0, 1000)
                        .mapToObj(number -> file(number + ".rake", "blob-a"))
                        .toArray(String[]::new));

        assertThatThrownBy(() -> pullRequests.rakeFilesBeside(PULL_REQUEST, FOLDERS))
                .isInstanceOf(PullRequestUnreadable.class)
                .hasMessageContaining("hold more than Rakegate reads");
        assertThat(github.asked()).noneMatch(line -> line.contains("/git/blobs/"));
    }

    @Test
    void aFolderThatIsNotThereHasNoFiles() {
        assertThat(pullRequests.rakeFilesBeside(PULL_REQUEST, List.of("lib/jobs", "none")))
                .isEmpty();
    }

    @Test
    void aStarStandsForAnyOneFolder() {
        assertThat(pullRequests.rakeFilesBeside(PULL_REQUEST, List.of("*/tasks")))
                .extracting(RakeSource::path)
                .containsExactly("lib/tasks/a.rake");
    }

    @Test
    void linksOtherRepositoriesAndHugeFilesAreLeftOut() {
        tree(
                "prod",
                "{\"path\": \"l.rake\", \"mode\": \"120000\", \"type\": \"blob\", \"sha\": \"x\", \"size\": 9}",
                "{\"path\": \"s.rake\", \"mode\": \"160000\", \"type\": \"commit\", \"sha\": \"x\"}",
                "{\"path\": \"h.rake\", \"mode\": \"100644\", \"type\": \"blob\", \"sha\": \"x\", \"size\": 2000000}");

        assertThat(pullRequests.rakeFilesBeside(PULL_REQUEST, FOLDERS))
                .extracting(RakeSource::path)
                .containsExactly("lib/tasks/a.rake", "rakelib/b.rake");
    }

    @Test
    void whatAPullRequestMovedOrRemovedIsNotInItsWay() {
        PullRequest moving = aPullRequest()
                .named("acme/vets-api#7")
                .renaming("lib/tasks/a.rake", "rakelib/prod/a.rake", "task :a")
                .removing("rakelib/b.rake")
                .build();

        assertThat(pullRequests.rakeFilesBeside(moving, FOLDERS))
                .extracting(RakeSource::path)
                .containsExactly("rakelib/prod/ours.rake", "rakelib/prod/c.rake");
    }

    @Test
    void ofAMergedPullRequestTheCommitItWasComparedWithIsReadBecauseItsBaseBranchMayBeGone() {
        PullRequest merged = ours().mergedAs("9".repeat(40)).build();
        tip(REPO + "/commits?sha=" + merged.baseSha() + "&per_page=1", "tasks");

        assertThat(pullRequests.rakeFilesBeside(merged, FOLDERS)).isEmpty();
    }

    @Test
    void readersAtTheSameTimeAskForEachFileOnce() throws Exception {
        github.on(get(urlEqualTo(REPO + "/git/blobs/blob-a"))
                .willReturn(json(200, content("task :a"))
                        .withHeader("ETag", "\"a\"")
                        .withFixedDelay(200)));
        ExecutorService readers = Executors.newFixedThreadPool(4);
        List<Future<List<RakeSource>>> readings = new ArrayList<>();

        for (int reader = 0; reader < 4; reader++) {
            readings.add(readers.submit(() -> pullRequests.rakeFilesBeside(PULL_REQUEST, FOLDERS)));
        }
        for (Future<List<RakeSource>> reading : readings) {
            assertThat(reading.get()).hasSize(3);
        }
        readers.shutdown();

        assertThat(github.asked())
                .filteredOn(line -> line.contains("/git/"))
                .doesNotHaveDuplicates()
                .hasSize(8);
    }

    private void tip(String url, String tree) {
        github.on(get(urlEqualTo(url))
                .willReturn(json(200, node("[{\"commit\": {\"tree\": {\"sha\": \"" + tree + "\"}}}]"))
                        .withHeader("ETag", "\"" + tree + "\"")));
        github.on(get(urlEqualTo(url))
                .withHeader("If-None-Match", equalTo("\"" + tree + "\""))
                .willReturn(aResponse().withStatus(304)));
    }

    private void tree(String sha, String... entries) {
        String listed = String.join(",", entries);
        github.on(get(urlEqualTo(REPO + "/git/trees/" + sha))
                .willReturn(json(200, node("{\"tree\": [" + listed + "], \"truncated\": false}"))
                        .withHeader("ETag", "\"" + sha + "\"")));
    }

    private void blob(String sha, String text) {
        github.on(get(urlEqualTo(REPO + "/git/blobs/" + sha))
                .willReturn(json(200, content(text)).withHeader("ETag", "\"" + sha + "\"")));
    }

    private static JsonNode content(String text) {
        String encoded = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return node("{\"content\": \"" + encoded + "\\n\", \"encoding\": \"base64\"}");
    }

    private static String folder(String name, String sha) {
        return "{\"path\": \"%s\", \"mode\": \"040000\", \"type\": \"tree\", \"sha\": \"%s\"}".formatted(name, sha);
    }

    private static String file(String name, String sha) {
        return "{\"path\": \"%s\", \"mode\": \"100644\", \"type\": \"blob\", \"sha\": \"%s\", \"size\": 20}"
                .formatted(name, sha);
    }
}
