package io.rakegate.sandbox.github.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rakegate.sandbox.github.Account;
import io.rakegate.sandbox.github.Accounts;
import io.rakegate.sandbox.github.Comments;
import io.rakegate.sandbox.github.Commits;
import io.rakegate.sandbox.github.Happening;
import io.rakegate.sandbox.github.InSandbox;
import io.rakegate.sandbox.github.Pull;
import io.rakegate.sandbox.github.Pulls;
import io.rakegate.sandbox.github.Refusal;
import io.rakegate.sandbox.github.Review;
import io.rakegate.sandbox.github.Reviews;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What happened, as the body of a webhook's delivery. */
@InSandbox
@Component("sandboxGitHubWebhookJson")
class WebhookJson {

    private static final String NOTHING_BEFORE = "0".repeat(40);

    private final Wire wire;
    private final PullJson pulls;
    private final RepositoryJson repositories;
    private final ConversationJson conversation;
    private final UserJson users;
    private final Pulls allPulls;
    private final Reviews reviews;
    private final Comments comments;
    private final Commits commits;
    private final Accounts accounts;

    WebhookJson(
            Wire wire,
            PullJson pulls,
            RepositoryJson repositories,
            ConversationJson conversation,
            UserJson users,
            Pulls allPulls,
            Reviews reviews,
            Comments comments,
            Commits commits,
            Accounts accounts) {
        this.wire = wire;
        this.pulls = pulls;
        this.repositories = repositories;
        this.conversation = conversation;
        this.users = users;
        this.allPulls = allPulls;
        this.reviews = reviews;
        this.comments = comments;
        this.commits = commits;
        this.accounts = accounts;
    }

    ObjectNode of(Happening happening) {
        Pull pull = allPulls.get(happening.pull());
        Account sender = accounts.find(happening.sender()).orElseThrow(Refusal::notFound);
        ObjectNode json = wire.object();
        if (!happening.action().isEmpty()) {
            json.put("action", happening.action());
        }
        switch (happening.event()) {
            case Happening.PUSH -> push(json, pull, sender);
            case Happening.REVIEW -> {
                json.set("review", review(pull, happening.subject()));
                json.set("pull_request", pulls.simple(pull));
            }
            case Happening.COMMENT -> {
                json.set("issue", pulls.issue(pull));
                json.set("comment", comment(pull, happening.subject()));
            }
            default -> {
                json.put("number", pull.number()).set("pull_request", pulls.full(pull));
                if (happening.action().equals("edited")) {
                    // GitHub says here what it said before
                    json.putObject("changes");
                }
            }
        }
        json.set("repository", repositories.simple(pull.repository()));
        return json.set("sender", users.simple(sender));
    }

    /** Webhooks write small what the interface writes large. */
    private ObjectNode review(Pull pull, long id) {
        Review review = reviews.find(pull, id).orElseThrow(Refusal::notFound);
        return conversation
                .review(pull, review)
                .put("state", review.state().name().toLowerCase(Locale.ROOT));
    }

    private ObjectNode comment(Pull pull, long id) {
        return conversation.comment(pull, comments.find(pull.repository(), id).orElseThrow(Refusal::notFound));
    }

    private void push(ObjectNode json, Pull pull, Account sender) {
        String before = commits.get(pull.repository(), pull.headSha()).parents().stream()
                .findFirst()
                .orElse(NOTHING_BEFORE);
        json.put("ref", "refs/heads/" + pull.headBranch())
                .put("before", before)
                .put("after", pull.headSha())
                .put("created", false)
                .put("deleted", false)
                .put("forced", false)
                .putNull("base_ref")
                .put(
                        "compare",
                        wire.pages().page(pull.repository()) + "/compare/" + before.substring(0, 12) + "..."
                                + pull.headSha().substring(0, 12));
        json.putArray("commits");
        json.putNull("head_commit").putObject("pusher").put("name", sender.login());
    }
}
