package io.rakegate.sandbox.github.page;

import io.rakegate.pullrequest.PullRequestRef;
import io.rakegate.sandbox.github.Conversation;
import io.rakegate.sandbox.github.FakeGitHub;
import io.rakegate.sandbox.github.InSandbox;
import io.rakegate.sandbox.github.NewPull;
import io.rakegate.sandbox.github.PublicAddress;
import io.rakegate.sandbox.github.Pull;
import io.rakegate.sandbox.github.Pulls;
import io.rakegate.sandbox.github.Refusal;
import io.rakegate.sandbox.github.Repositories;
import io.rakegate.sandbox.github.Review;
import io.rakegate.sandbox.github.SampleTasks;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the buttons do, for programs such as tests. Needs a login as the pages do. */
@InSandbox
@Hidden
@RestController("sandboxGitHubControlApi")
@RequestMapping("/sandbox/github/control")
class ControlApi {

    private static final String PULL = "/{owner}/{repo}/pulls/{number}";

    private final FakeGitHub gitHub;
    private final Conversation conversation;
    private final Pulls pulls;
    private final Repositories repositories;
    private final SampleTasks samples;
    private final PublicAddress addresses;

    ControlApi(
            FakeGitHub gitHub,
            Conversation conversation,
            Pulls pulls,
            Repositories repositories,
            SampleTasks samples,
            PublicAddress addresses) {
        this.gitHub = gitHub;
        this.conversation = conversation;
        this.pulls = pulls;
        this.repositories = repositories;
        this.samples = samples;
        this.addresses = addresses;
    }

    @GetMapping("/{owner}/{repo}/pulls")
    List<Map<String, Object>> list(@PathVariable String owner, @PathVariable String repo) {
        return pulls.of(repositories.get(owner, repo)).stream().map(this::shown).toList();
    }

    @PostMapping("/{owner}/{repo}/pulls")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> open(
            @PathVariable String owner,
            @PathVariable String repo,
            @Valid @RequestBody ControlRequests.Opening opening) {
        NewPull template = opening.sample() == null
                ? opening.written(owner, repo)
                : samples.get(opening.sample()).in(repositories.get(owner, repo));
        return shown(gitHub.open(opening.adapted(template)));
    }

    @GetMapping(PULL)
    Map<String, Object> one(@PathVariable String owner, @PathVariable String repo, @PathVariable int number) {
        return shown(pulls.get(GitHubPages.ref(owner, repo, number)));
    }

    @PatchMapping(PULL)
    Map<String, Object> edit(
            @PathVariable String owner,
            @PathVariable String repo,
            @PathVariable int number,
            @Valid @RequestBody ControlRequests.EditRequest request) {
        Pull before = pulls.get(GitHubPages.ref(owner, repo, number));
        gitHub.edit(
                before.ref(),
                Objects.requireNonNullElse(request.title(), before.title()),
                Objects.requireNonNullElse(request.body(), before.body()));
        return shown(pulls.get(before.ref()));
    }

    @PostMapping(PULL + "/commits")
    Map<String, Object> push(
            @PathVariable String owner,
            @PathVariable String repo,
            @PathVariable int number,
            @Valid @RequestBody ControlRequests.Pushing pushing) {
        return Map.of(
                "sha",
                gitHub.push(GitHubPages.ref(owner, repo, number), pushing.commit())
                        .sha());
    }

    @PostMapping(PULL + "/reviews")
    Map<String, Object> review(
            @PathVariable String owner,
            @PathVariable String repo,
            @PathVariable int number,
            @Valid @RequestBody ControlRequests.Saying saying) {
        Review review = conversation.review(
                GitHubPages.ref(owner, repo, number),
                saying.author(),
                Objects.requireNonNullElse(saying.state(), Review.State.APPROVED),
                Objects.requireNonNullElse(saying.body(), ""));
        return Map.of("id", review.id(), "commitSha", review.commitSha());
    }

    @DeleteMapping(PULL + "/reviews/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(
            @PathVariable String owner, @PathVariable String repo, @PathVariable int number, @PathVariable long id) {
        conversation.dismiss(GitHubPages.ref(owner, repo, number), id);
    }

    @PostMapping(PULL + "/comments")
    Map<String, Object> comment(
            @PathVariable String owner,
            @PathVariable String repo,
            @PathVariable int number,
            @Valid @RequestBody ControlRequests.Saying saying) {
        PullRequestRef ref = GitHubPages.ref(owner, repo, number);
        return Map.of(
                "id",
                conversation
                        .comment(ref, saying.author(), Objects.requireNonNullElse(saying.body(), ""))
                        .id());
    }

    @PostMapping(PULL + "/merge")
    Map<String, Object> merge(
            @PathVariable String owner,
            @PathVariable String repo,
            @PathVariable int number,
            @Valid @RequestBody ControlRequests.MergeRequest request) {
        boolean anyway = Boolean.TRUE.equals(request.anyway());
        return Map.of(
                "sha",
                gitHub.merge(GitHubPages.ref(owner, repo, number), request.author(), anyway)
                        .sha());
    }

    @PutMapping(PULL + "/state")
    Map<String, Object> state(
            @PathVariable String owner,
            @PathVariable String repo,
            @PathVariable int number,
            @Valid @RequestBody ControlRequests.StateRequest request) {
        PullRequestRef ref = GitHubPages.ref(owner, repo, number);
        switch (request.state()) {
            case "open" -> gitHub.reopen(ref);
            case "closed" -> gitHub.close(ref);
            case "draft" -> gitHub.setDraft(ref, true);
            case "ready" -> gitHub.setDraft(ref, false);
            default -> throw Refusal.unprocessable("The state is open, closed, draft or ready.");
        }
        return shown(pulls.get(ref));
    }

    private Map<String, Object> shown(Pull pull) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("key", pull.ref().key());
        shown.put("number", pull.number());
        shown.put("url", addresses.page(pull.ref()));
        shown.put("title", pull.title());
        shown.put("author", pull.author().login());
        shown.put("state", pull.stateWord());
        shown.put("headSha", pull.headSha());
        if (pull.mergeSha() != null) {
            shown.put("mergeSha", pull.mergeSha());
        }
        return shown;
    }
}
