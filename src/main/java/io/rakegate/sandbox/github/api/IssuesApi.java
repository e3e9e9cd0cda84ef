package io.rakegate.sandbox.github.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.rakegate.pullrequest.PullRequestRef;
import io.rakegate.sandbox.github.Accounts;
import io.rakegate.sandbox.github.Comment;
import io.rakegate.sandbox.github.Comments;
import io.rakegate.sandbox.github.Conversation;
import io.rakegate.sandbox.github.InSandbox;
import io.rakegate.sandbox.github.Pull;
import io.rakegate.sandbox.github.Pulls;
import io.rakegate.sandbox.github.Refusal;
import io.rakegate.sandbox.github.Repositories;
import io.rakegate.sandbox.github.api.Paging.Page;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The conversations of pull requests, which are issues too. */
@InSandbox
@Hidden
@RestController("sandboxGitHubIssuesApi")
@RequestMapping(Wire.ROOT + "/repos/{owner}/{repo}/issues")
class IssuesApi {

    private static final String COMMENT = "IssueComment";

    private final Paging paging;
    private final PullJson pullJson;
    private final ConversationJson json;
    private final Repositories repositories;
    private final Pulls pulls;
    private final Comments comments;
    private final Conversation conversation;

    IssuesApi(
            Paging paging,
            PullJson pullJson,
            ConversationJson json,
            Repositories repositories,
            Pulls pulls,
            Comments comments,
            Conversation conversation) {
        this.paging = paging;
        this.pullJson = pullJson;
        this.json = json;
        this.repositories = repositories;
        this.pulls = pulls;
        this.comments = comments;
        this.conversation = conversation;
    }

    @GetMapping("/{number}")
    JsonNode issue(@PathVariable String owner, @PathVariable String repo, @PathVariable int number) {
        return pullJson.issue(pulls.get(ref(owner, repo, number)));
    }

    @GetMapping("/{number}/labels")
    JsonNode labels(@PathVariable String owner, @PathVariable String repo, @PathVariable int number) {
        return pullJson.labels(pulls.get(ref(owner, repo, number)));
    }

    @GetMapping("/{number}/comments")
    ResponseEntity<Object> comments(
            @PathVariable String owner, @PathVariable String repo, @PathVariable int number, Page page) {
        Pull pull = pulls.get(ref(owner, repo, number));
        return paging.answer(comments.of(pull), page, comment -> json.comment(pull, comment));
    }

    @PostMapping("/{number}/comments")
    @ResponseStatus(HttpStatus.CREATED)
    JsonNode comment(
            @PathVariable String owner,
            @PathVariable String repo,
            @PathVariable int number,
            @RequestBody JsonNode request) {
        PullRequestRef ref = ref(owner, repo, number);
        String body = Field.required(request, COMMENT, "body");
        Comment comment = conversation.comment(ref, Accounts.RAKEGATE.login(), body);
        return json.comment(pulls.get(ref), comment);
    }

    @GetMapping("/comments/{id}")
    JsonNode comment(@PathVariable String owner, @PathVariable String repo, @PathVariable long id) {
        return json(find(owner, repo, id));
    }

    @PatchMapping("/comments/{id}")
    JsonNode edit(
            @PathVariable String owner,
            @PathVariable String repo,
            @PathVariable long id,
            @RequestBody JsonNode request) {
        Comment comment = ours(owner, repo, id);
        return json(conversation.edit(comment, Field.required(request, COMMENT, "body")));
    }

    @DeleteMapping("/comments/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String owner, @PathVariable String repo, @PathVariable long id) {
        conversation.delete(ours(owner, repo, id));
    }

    private JsonNode json(Comment comment) {
        return json.comment(pulls.byId(comment.pullId()), comment);
    }

    private Comment find(String owner, String repo, long id) {
        return comments.find(repositories.get(owner, repo), id).orElseThrow(Refusal::notFound);
    }

    // the token's account may write but does not administer the repository: other people's comments are theirs
    private Comment ours(String owner, String repo, long id) {
        Comment comment = find(owner, repo, id);
        if (comment.author().id() != Accounts.RAKEGATE.id()) {
            throw Refusal.forbidden("Must have admin rights to Repository.");
        }
        return comment;
    }

    private static PullRequestRef ref(String owner, String repo, int number) {
        if (number < 1) {
            throw Refusal.notFound();
        }
        return new PullRequestRef(owner, repo, number);
    }
}
