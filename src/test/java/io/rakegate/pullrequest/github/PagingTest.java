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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rakegate.pullrequest.ChangedFile;
import io.rakegate.pullrequest.GitHubUser;
import io.rakegate.pullrequest.OpenPullRequest;
import io.rakegate.pullrequest.PullRequest;
import io.rakegate.pullrequest.PullRequestRef;
import io.rakegate.pullrequest.PullRequestsUnavailable;
import java.time.Instant;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PagingTest {

    private static final PullRequestRef REF = new PullRequestRef("acme", "vets-api", 7);

    private final FakeGitHub github = new FakeGitHub().withPullRequest();

    @AfterEach
    void stop() {
        github.close();
    }

    @Test
    void filesBeyondTheFirstHundredAreRead() {
        github.answers(REPO + "/pulls/7", object("pull.json").put("changed_files", 230));
        pages("/pulls/7/files", 230, number -> file("docs/page-" + number + ".md"));

        PullRequest read = github.pullRequests().read(REF);

        assertThat(read.files())
                .hasSize(230)
                .extracting(ChangedFile::path)
                .startsWith("docs/page-0.md")
                .endsWith("docs/page-229.md")
                .doesNotHaveDuplicates();
    }

    @Test
    void openPullRequestsBeyondTheFirstHundredAreListed() {
        pages("/pulls", 230, number -> object("pull.json").put("number", number + 1));

        assertThat(github.pullRequests().open("acme/vets-api"))
                .hasSize(230)
                .startsWith(new OpenPullRequest(
                        new PullRequestRef("acme", "vets-api", 1), Instant.parse("2026-03-02T10:15:00Z")))
                .doesNotHaveDuplicates();
    }

    @Test
    void pathsBeyondTheFirstHundredAreListedWithoutThoseOfRemovedFiles() {
        pages(
                "/pulls/7/files",
                130,
                number -> ((ObjectNode) file("docs/page-" + number + ".md"))
                        .put("status", number == 0 ? "removed" : "added"));

        assertThat(github.pullRequests().changedPaths(REF))
                .hasSize(129)
                .doesNotContain("docs/page-0.md")
                .endsWith("docs/page-129.md");
    }

    @Test
    void aListThatBreaksOffIsAnOutageAndNotAShorterList() {
        page("/pulls", 1, false, JsonNodeFactory.instance.arrayNode().add(payload("pull.json")));

        assertThatThrownBy(() -> github.pullRequests().open("acme/vets-api"))
                .isInstanceOf(PullRequestsUnavailable.class);
    }

    @Test
    void reviewsBeyondTheFirstHundredAreRead() {
        pages("/pulls/7/reviews", 101, number -> review(5000 + number));

        PullRequest read = github.pullRequests().read(REF);

        assertThat(read.reviews()).hasSize(101);
    }

    @Test
    void commitsBeyondTheFirstHundredAreRead() {
        github.answers(REPO + "/pulls/7", object("pull.json").put("commits", 120));
        pages("/pulls/7/commits", 120, number -> commit(number, 7000 + number));

        PullRequest read = github.pullRequests().read(REF);

        assertThat(read.committers())
                .hasSize(120)
                .contains(GitHubUser.person(7000, "somebody-7000"), GitHubUser.person(7119, "somebody-7119"));
    }

    @Test
    void commitsBeyondThe250ThatGitHubListsAreReadFromTheComparison() {
        github.answers(REPO + "/pulls/7", object("pull.json").put("commits", 251));
        String comparison = "/compare/2222222222222222222222222222222222222222..." + HEAD;
        for (int page = 1; page <= 3; page++) {
            ArrayNode commits = JsonNodeFactory.instance.arrayNode();
            for (int number = (page - 1) * 100; number < Math.min(251, page * 100); number++) {
                commits.add(commit(number, 7000 + number));
            }
            JsonNode body = JsonNodeFactory.instance
                    .objectNode()
                    .put("status", "ahead")
                    .put("total_commits", 251)
                    .set("commits", commits);
            page(comparison, page, page == 3, body);
        }

        PullRequest read = github.pullRequests().read(REF);

        assertThat(read.committers()).hasSize(251).contains(GitHubUser.person(7250, "somebody-7250"));
    }

    @Test
    void anOutageOnTheSecondPageIsAnOutage() {
        github.answers(REPO + "/pulls/7", object("pull.json").put("changed_files", 230));
        pages("/pulls/7/files", 230, number -> file("docs/page-" + number + ".md"));
        github.on(get(urlEqualTo(REPO + "/pulls/7/files?per_page=100&page=2"))
                .willReturn(json(502, FakeGitHub.node("{\"message\": \"Server Error\"}"))));

        assertThatThrownBy(() -> github.pullRequests().read(REF))
                .isInstanceOf(PullRequestsUnavailable.class)
                .hasMessage("GitHub answers GET /repos/acme/vets-api/pulls/7/files with 502 (Server Error).");
    }

    @Test
    void aNextPageAtAnotherHostIsNotAskedFor() {
        github.on(get(urlEqualTo(REPO + "/pulls/7/files?per_page=100"))
                .willReturn(json(200, payload("files.json"))
                        .withHeader("Link", "<https://elsewhere.example.org/files?page=2>; rel=\"next\"")));

        assertThatThrownBy(() -> github.pullRequests().read(REF))
                .isInstanceOf(PullRequestsUnavailable.class)
                .hasMessageContaining("goes on at another host, https://elsewhere.example.org");
    }

    private void pages(String path, int count, IntFunction<JsonNode> element) {
        int pages = (count + 99) / 100;
        for (int page = 1; page <= pages; page++) {
            ArrayNode body = JsonNodeFactory.instance.arrayNode();
            for (int number = (page - 1) * 100; number < Math.min(count, page * 100); number++) {
                body.add(element.apply(number));
            }
            page(path, page, page == pages, body);
        }
    }

    private void page(String path, int page, boolean last, JsonNode body) {
        String url = REPO + path + "?per_page=100" + (page == 1 ? "" : "&page=" + page);
        String next = github.server.baseUrl() + REPO + path + "?per_page=100&page=" + (page + 1);
        String first = github.server.baseUrl() + REPO + path + "?per_page=100&page=1";
        String link = last
                ? "<" + first + ">; rel=\"first\""
                : "<" + first + ">; rel=\"first\", <" + next + ">; rel=\"next\"";
        github.on(get(urlEqualTo(url)).willReturn(json(200, body).withHeader("Link", link)));
    }

    private static JsonNode file(String path) {
        return ((ObjectNode) payload("files.json").get(1))
                .put("filename", path)
                .put("status", "modified")
                .without("previous_filename");
    }

    private static JsonNode review(int id) {
        return ((ObjectNode) payload("reviews.json").get(0)).put("id", id);
    }

    private static JsonNode commit(int number, int account) {
        ObjectNode commit = (ObjectNode) payload("commits.json").get(0);
        commit.putObject("author").put("login", "somebody-" + account).put("id", account);
        ((ObjectNode) commit.get("commit")).put("message", "Commit " + number);
        return commit.put("sha", number == 119 ? HEAD : "%040x".formatted(number));
    }
}
