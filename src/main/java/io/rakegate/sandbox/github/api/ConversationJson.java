package io.rakegate.sandbox.github.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rakegate.sandbox.github.Comment;
import io.rakegate.sandbox.github.InSandbox;
import io.rakegate.sandbox.github.Pull;
import io.rakegate.sandbox.github.Review;
import org.springframework.stereotype.Component;

/** Reviews and comments on the wire. */
@InSandbox
@Component("sandboxGitHubConversationJson")
class ConversationJson {

    private final Wire wire;
    private final UserJson users;

    ConversationJson(Wire wire, UserJson users) {
        this.wire = wire;
        this.users = users;
    }

    ObjectNode review(Pull pull, Review review) {
        String url = wire.api(pull.repository(), "/pulls/" + pull.number());
        String page = wire.pages().page(pull.ref()) + "#pullrequestreview-" + review.id();
        ObjectNode json =
                wire.object().put("id", review.id()).put("node_id", wire.nodeId("PullRequestReview", review.id()));
        json.set("user", users.simple(review.author()));
        json.put("body", review.body()).put("state", review.state().name());
        json.put("html_url", page).put("pull_request_url", url);
        json.put("author_association", "MEMBER").put("submitted_at", wire.time(review.submittedAt()));
        json.put("commit_id", review.commitSha());
        ObjectNode links = json.putObject("_links");
        links.putObject("html").put("href", page);
        links.putObject("pull_request").put("href", url);
        return json;
    }

    ObjectNode comment(Pull pull, Comment comment) {
        ObjectNode json = wire.object()
                .put("id", comment.id())
                .put("node_id", wire.nodeId("IssueComment", comment.id()))
                .put("url", wire.api(pull.repository(), "/issues/comments/" + comment.id()))
                .put("html_url", wire.pages().page(pull.ref()) + "#issuecomment-" + comment.id())
                .put("issue_url", wire.api(pull.repository(), "/issues/" + pull.number()));
        json.set("user", users.simple(comment.author()));
        json.put("body", comment.body())
                .put("author_association", comment.author().bot() ? "NONE" : "MEMBER");
        json.put("created_at", wire.time(comment.createdAt())).put("updated_at", wire.time(comment.updatedAt()));
        json.set("reactions", wire.reactions(wire.api(pull.repository(), "/issues/comments/" + comment.id())));
        return json.putNull("performed_via_github_app");
    }
}
