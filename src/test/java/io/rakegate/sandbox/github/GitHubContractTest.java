package io.rakegate.sandbox.github;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.report.SimpleValidationReportFormat;
import com.atlassian.oai.validator.report.ValidationReport;
import io.rakegate.pullrequest.MergeGate;
import io.rakegate.pullrequest.PullRequest;
import io.rakegate.pullrequest.PullRequestRef;
import io.rakegate.pullrequest.PullRequests;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What our client sends and what the sandbox answers, held against GitHub's own description. */
@OnSandboxGitHub
class GitHubContractTest {

    private static final String ROOT = "/sandbox/github/api/v3";
    private static final String REPOSITORY = "/repos/{owner}/{repo}";
    private static final List<String> PATHS = List.of(
            "/user",
            "/users/{username}",
            "/rate_limit",
            "/orgs/{org}/teams/{team_slug}/memberships/{username}",
            REPOSITORY,
            REPOSITORY + "/pulls",
            REPOSITORY + "/pulls/{pull_number}",
            REPOSITORY + "/pulls/{pull_number}/files",
            REPOSITORY + "/pulls/{pull_number}/commits",
            REPOSITORY + "/pulls/{pull_number}/reviews",
            REPOSITORY + "/pulls/{pull_number}/merge",
            REPOSITORY + "/issues/{issue_number}",
            REPOSITORY + "/issues/{issue_number}/labels",
            REPOSITORY + "/issues/{issue_number}/comments",
            REPOSITORY + "/issues/comments/{comment_id}",
            REPOSITORY + "/statuses/{sha}",
            REPOSITORY + "/commits",
            REPOSITORY + "/commits/{ref}",
            REPOSITORY + "/commits/{ref}/status",
            REPOSITORY + "/commits/{ref}/statuses",
            REPOSITORY + "/commits/{ref}/check-runs",
            REPOSITORY + "/check-runs",
            REPOSITORY + "/check-runs/{check_run_id}",
            REPOSITORY + "/compare/{basehead}",
            REPOSITORY + "/contents/{path}",
            REPOSITORY + "/git/trees/{tree_sha}",
            REPOSITORY + "/git/blobs/{file_sha}");

    private static @Nullable OpenApiInteractionValidator shared;

    private OpenApiInteractionValidator description;

    @LocalServerPort
    private int port;

    @Autowired
    private FakeGitHub gitHub;

    @Autowired
    private Conversation conversation;

    @Autowired
    private Pulls pulls;

    @Autowired
    private Recording recording;

    private PullRequestRef ref;

    @BeforeEach
    void aPullRequestWithEverything() throws IOException {
        if (shared == null) {
            shared = PublishedDescription.of(PATHS, ROOT);
        }
        description = shared;
        PullRequestRef earlier =
                opened(NewCommit.writing("lead", "Add", Map.of("rakelib/prod/old.rake", "task :old\n")));
        gitHub.merge(earlier, "lead", true);
        NewCommit first = NewCommit.writing("creator", "Add", Map.of("rakelib/prod/a.rake", "task :a\n"));
        NewCommit second = new NewCommit(
                "creator2",
                List.of("creator"),
                "Move and remove",
                Map.of(
                        "README.md", Optional.of("# Changed\n"),
                        "rakelib/prod/old.rake", Optional.empty()));
        ref = opened(first, second);
        conversation.comment(ref, "lead", "A comment");
        conversation.review(ref, "lead", Review.State.APPROVED, "");
        recording.clear();
    }

    @Test
    void ourClientSendsWhatGitHubUnderstandsAndIsAnsweredAsGitHubAnswers() {
        try (RealClient client = RealClient.of(port)) {
            PullRequests pullRequests = client.pullRequests();
            PullRequest first = pullRequests.read(ref);
            String head = first.headSha();
            pullRequests.open("sandbox/vets-api");
            pullRequests.changedPaths(ref);
            pullRequests.rakeFilesBeside(first, List.of("lib/tasks", "rakelib"));
            pullRequests.comment(ref, "change", "Step 1");
            pullRequests.comment(ref, "change", "Step 2");
            pullRequests.setMergeGate(ref, head, gate(MergeGate.State.PENDING));
            pullRequests.setMergeGate(ref, head, gate(MergeGate.State.SUCCESS));
            pullRequests.read(ref);
            String merge = gitHub.merge(ref, "lead", false).sha();
            pullRequests.read(ref);
            pullRequests.filesAt(ref, merge, List.of("rakelib/prod/a.rake", "none"));
        }

        assertThat(recording.exchanges()).hasSizeGreaterThan(15);
        assertThat(violations()).isEmpty();
    }

    @Test
    void everyAnswerOfTheSandboxHasTheShapeOfGitHubs() throws Exception {
        String head = pulls.get(ref).headSha();
        String pull = "/repos/sandbox/vets-api/pulls/" + ref.number();
        String issue = "/repos/sandbox/vets-api/issues/" + ref.number();
        String commit = "/repos/sandbox/vets-api/commits/" + head;
        long comment =
                conversation.comment(ref, Accounts.RAKEGATE.login(), "Ours").id();

        for (String path : List.of(
                "/user",
                "/users/creator",
                "/users/nobody",
                "/rate_limit",
                "/orgs/sandbox/teams/console-services/memberships/console",
                "/repos/sandbox/vets-api",
                "/repos/sandbox/none",
                "/repos/sandbox/vets-api/pulls?state=all&per_page=5",
                pull,
                pull + "/files",
                pull + "/commits",
                pull + "/reviews",
                issue,
                issue + "/labels",
                issue + "/comments?per_page=1",
                "/repos/sandbox/vets-api/issues/comments/" + comment,
                "/repos/sandbox/vets-api/commits?author=creator",
                commit,
                commit + "/status",
                commit + "/statuses",
                commit + "/check-runs",
                "/repos/sandbox/vets-api/compare/master..." + head,
                "/repos/sandbox/vets-api/contents/rakelib?ref=" + head,
                "/repos/sandbox/vets-api/contents/README.md",
                "/repos/sandbox/vets-api/git/trees/master",
                "/repos/sandbox/vets-api/git/trees/master?recursive=1",
                "/repos/sandbox/vets-api/git/blobs/" + GitObjects.blob("task :a\n".getBytes(UTF_8)))) {
            call("GET", path, "");
        }
        call("POST", issue + "/comments", "{\"body\":\"hello\"}");
        call("PATCH", "/repos/sandbox/vets-api/issues/comments/" + comment, "{\"body\":\"good bye\"}");
        call("DELETE", "/repos/sandbox/vets-api/issues/comments/" + comment, "");
        call("POST", "/repos/sandbox/vets-api/statuses/" + head, "{\"state\":\"success\",\"context\":\"ci\"}");
        call(
                "POST",
                "/repos/sandbox/vets-api/check-runs",
                "{\"name\":\"lint\",\"head_sha\":\"" + head + "\",\"status\":\"in_progress\"}");
        call("GET", commit + "/check-runs", "");
        call("GET", commit + "/status", "");
        gitHub.merge(ref, "lead", true);
        call("GET", pull, "");
        call("GET", pull + "/merge", "");

        assertThat(violations()).isEmpty();
    }

    @Test
    void anAnswerThatGitHubWouldNotGiveIsFound() {
        var request = new com.atlassian.oai.validator.model.SimpleRequest.Builder("GET", ROOT + "/user").build();
        var response = com.atlassian.oai.validator.model.SimpleResponse.Builder.ok()
                .withContentType("application/json")
                .withBody("{\"login\":1}")
                .build();

        assertThat(description.validate(request, response).hasErrors()).isTrue();
    }

    private PullRequestRef opened(NewCommit... commits) {
        return gitHub.open(new NewPull(
                        "sandbox",
                        "vets-api",
                        "Title",
                        "",
                        "creator",
                        "b",
                        false,
                        List.of("a label"),
                        List.of(commits)))
                .ref();
    }

    private Map<String, String> violations() {
        Map<String, String> violations = new LinkedHashMap<>();
        for (Recording.Exchange exchange : recording.exchanges()) {
            // that anything can be asked for conditionally is said in words, not in the description
            ValidationReport report = exchange.response().getStatus() == 304
                    ? description.validateRequest(exchange.request())
                    : description.validate(exchange.request(), exchange.response());
            if (report.hasErrors()) {
                violations.put(
                        exchange.name(),
                        SimpleValidationReportFormat.getInstance().apply(report));
            }
        }
        return violations;
    }

    private void call(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + ROOT + path))
                .header("Authorization", "Bearer " + OnSandboxGitHub.TOKEN)
                .header("Accept", "application/vnd.github+json")
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
    }

    private static MergeGate gate(MergeGate.State state) {
        return new MergeGate(state, "Whose turn it is", "http://localhost:8080/changes/1");
    }
}
