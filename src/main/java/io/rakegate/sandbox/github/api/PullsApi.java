package io.rakegate.sandbox.github.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.rakegate.pullrequest.PullRequestRef;
import io.rakegate.sandbox.github.Commits;
import io.rakegate.sandbox.github.FakeGitHub;
import io.rakegate.sandbox.github.FileChanges;
import io.rakegate.sandbox.github.InSandbox;
import io.rakegate.sandbox.github.Pull;
import io.rakegate.sandbox.github.Pulls;
import io.rakegate.sandbox.github.Refusal;
import io.rakegate.sandbox.github.Repositories;
import io.rakegate.sandbox.github.Reviews;
import io.rakegate.sandbox.github.api.Paging.Page;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Pull requests with their files, commits and reviews. */
@InSandbox
@Hidden
@RestController("sandboxGitHubPullsApi")
@RequestMapping(Wire.ROOT + "/repos/{owner}/{repo}/pulls")
class PullsApi {

    private final Paging paging;
    private final PullJson json;
    private final CommitJson commitJson;
    private final ConversationJson conversationJson;
    private final Repositories repositories;
    private final Pulls pulls;
    private final Commits commits;
    private final FileChanges changes;
    private final Reviews reviews;
    private final FakeGitHub gitHub;

    PullsApi(
            Paging paging,
            PullJson json,
            CommitJson commitJson,
            ConversationJson conversationJson,
            Repositories repositories,
            Pulls pulls,
            Commits commits,
            FileChanges changes,
            Reviews reviews,
            FakeGitHub gitHub) {
        this.paging = paging;
        this.json = json;
        this.commitJson = commitJson;
        this.conversationJson = conversationJson;
        this.repositories = repositories;
        this.pulls = pulls;
        this.commits = commits;
        this.changes = changes;
        this.reviews = reviews;
        this.gitHub = gitHub;
    }

    @GetMapping
    ResponseEntity<Object> list(
            @PathVariable String owner,
            @PathVariable String repo,
            @RequestParam(defaultValue = "open") String state,
            Page page) {
        List<Pull> found = pulls.of(repositories.get(owner, repo)).stream()
                .filter(pull -> state.equals("all") || pull.open() == state.equals("open"))
                .toList();
        return paging.answer(found, page, json::simple);
    }

    @GetMapping("/{number}")
    JsonNode one(@PathVariable String owner, @PathVariable String repo, @PathVariable int number) {
        return json.full(pull(owner, repo, number));
    }

    /** What people edit on a pull request's page: its description, and its title. */
    @PatchMapping("/{number}")
    JsonNode edit(
            @PathVariable String owner,
            @PathVariable String repo,
            @PathVariable int number,
            @RequestBody JsonNode request) {
        Pull before = pull(owner, repo, number);
        gitHub.edit(
                before.ref(),
                request.path("title").asText(before.title()),
                request.path("body").asText(before.body()));
        return json.full(pull(owner, repo, number));
    }

    @GetMapping("/{number}/files")
    ResponseEntity<Object> files(
            @PathVariable String owner, @PathVariable String repo, @PathVariable int number, Page page) {
        Pull pull = pull(owner, repo, number);
        return paging.answer(
                changes.of(pull), page, change -> commitJson.file(pull.repository(), pull.headSha(), change));
    }

    @GetMapping("/{number}/commits")
    ResponseEntity<Object> commits(
            @PathVariable String owner, @PathVariable String repo, @PathVariable int number, Page page) {
        Pull pull = pull(owner, repo, number);
        return paging.answer(
                commits.between(pull.repository(), pull.baseSha(), pull.headSha()),
                page,
                commit -> commitJson.commit(pull.repository(), commit));
    }

    @GetMapping("/{number}/reviews")
    ResponseEntity<Object> reviews(
            @PathVariable String owner, @PathVariable String repo, @PathVariable int number, Page page) {
        Pull pull = pull(owner, repo, number);
        return paging.answer(reviews.of(pull), page, review -> conversationJson.review(pull, review));
    }

    @GetMapping("/{number}/merge")
    ResponseEntity<Void> merged(@PathVariable String owner, @PathVariable String repo, @PathVariable int number) {
        if (!pull(owner, repo, number).merged()) {
            throw Refusal.notFound();
        }
        return ResponseEntity.noContent().build();
    }

    private Pull pull(String owner, String repo, int number) {
        if (number < 1) {
            throw Refusal.notFound();
        }
        return pulls.get(new PullRequestRef(owner, repo, number));
    }
}
