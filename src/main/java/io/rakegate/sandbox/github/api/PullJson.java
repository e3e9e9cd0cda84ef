package io.rakegate.sandbox.github.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rakegate.sandbox.github.Comments;
import io.rakegate.sandbox.github.Commits;
import io.rakegate.sandbox.github.FileChange;
import io.rakegate.sandbox.github.FileChanges;
import io.rakegate.sandbox.github.Gate;
import io.rakegate.sandbox.github.InSandbox;
import io.rakegate.sandbox.github.Merging;
import io.rakegate.sandbox.github.Pull;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Pull requests on the wire, also as the issues that they are. */
@InSandbox
@Component("sandboxGitHubPullJson")
class PullJson {

    private final Wire wire;
    private final UserJson users;
    private final RepositoryJson repositories;
    private final Commits commits;
    private final Comments comments;
    private final FileChanges changes;
    private final Merging merging;
    private final Gate gate;

    PullJson(
            Wire wire,
            UserJson users,
            RepositoryJson repositories,
            Commits commits,
            Comments comments,
            FileChanges changes,
            Merging merging,
            Gate gate) {
        this.wire = wire;
        this.users = users;
        this.repositories = repositories;
        this.commits = commits;
        this.comments = comments;
        this.changes = changes;
        this.merging = merging;
        this.gate = gate;
    }

    /** As it stands in a list. */
    ObjectNode simple(Pull pull) {
        ObjectNode json = wire.object().put("id", pull.id()).put("node_id", wire.nodeId("PullRequest", pull.id()));
        Map<String, String> addresses = addresses(pull);
        addresses.forEach((name, address) -> {
            if (!name.equals("self") && !name.equals("html")) {
                json.put(name + "_url", address);
            }
        });
        String page = wire.pages().page(pull.ref());
        json.put("url", addresses.get("self")).put("html_url", page);
        json.put("diff_url", page + ".diff").put("patch_url", page + ".patch");
        common(json, pull);
        json.put("merged_at", pull.merged() ? wire.time(pull.closedAt()) : null);
        json.put("merge_commit_sha", mergeSha(pull)).put("draft", pull.draft());
        json.putArray("requested_reviewers");
        json.putArray("requested_teams");
        json.set("head", side(pull, pull.headBranch(), pull.headSha()));
        json.set("base", side(pull, pull.baseBranch(), pull.baseSha()));
        ObjectNode links = json.putObject("_links");
        addresses.forEach((name, address) -> links.putObject(name).put("href", address));
        return json.putNull("auto_merge");
    }

    /** As it stands alone. */
    ObjectNode full(Pull pull) {
        ObjectNode json = simple(pull);
        List<FileChange> files = changes.of(pull);
        Boolean mergeable = pull.open() ? merging.possible(pull) : null;
        json.put("merged", pull.merged()).put("mergeable", mergeable).put("rebaseable", mergeable);
        json.put("mergeable_state", mergeableState(pull, mergeable));
        json.set("merged_by", users.nullable(pull.mergedBy()));
        json.put("comments", comments.of(pull).size()).put("review_comments", 0);
        json.put("maintainer_can_modify", false);
        json.put(
                "commits",
                commits.between(pull.repository(), pull.baseSha(), pull.headSha())
                        .size());
        json.put("additions", files.stream().mapToInt(FileChange::additions).sum());
        json.put("deletions", files.stream().mapToInt(FileChange::deletions).sum());
        return json.put("changed_files", files.size());
    }

    /** As the issue that it also is. */
    ObjectNode issue(Pull pull) {
        String url = wire.api(pull.repository(), "/issues/" + pull.number());
        ObjectNode json = wire.object().put("id", pull.id()).put("node_id", wire.nodeId("Issue", pull.id()));
        json.put("url", url).put("repository_url", wire.api(pull.repository(), ""));
        json.put("labels_url", url + "/labels{/name}").put("comments_url", url + "/comments");
        json.put("events_url", url + "/events").put("html_url", wire.pages().page(pull.ref()));
        common(json, pull);
        json.put("draft", pull.draft()).put("comments", comments.of(pull).size());
        json.set("reactions", wire.reactions(url));
        String page = wire.pages().page(pull.ref());
        json.putObject("pull_request")
                .put("url", wire.api(pull.repository(), "/pulls/" + pull.number()))
                .put("html_url", page)
                .put("diff_url", page + ".diff")
                .put("patch_url", page + ".patch")
                .put("merged_at", pull.merged() ? wire.time(pull.closedAt()) : null);
        return json;
    }

    ArrayNode labels(Pull pull) {
        return wire.array(pull.labels(), name -> label(pull, name));
    }

    private void common(ObjectNode json, Pull pull) {
        json.put("number", pull.number()).put("state", pull.open() ? "open" : "closed");
        json.put("locked", false).putNull("active_lock_reason").put("title", pull.title());
        json.set("user", users.simple(pull.author()));
        json.put("body", pull.body().isEmpty() ? null : pull.body());
        json.set("labels", labels(pull));
        json.putNull("milestone").putNull("assignee").putArray("assignees");
        json.put("created_at", wire.time(pull.createdAt())).put("updated_at", wire.time(pull.updatedAt()));
        json.put("closed_at", wire.time(pull.closedAt()));
        json.put("author_association", pull.author().bot() ? "NONE" : "MEMBER");
    }

    private Map<String, String> addresses(Pull pull) {
        String self = wire.api(pull.repository(), "/pulls/" + pull.number());
        String issue = wire.api(pull.repository(), "/issues/" + pull.number());
        return new TreeMap<>(Map.of(
                "self",
                self,
                "html",
                wire.pages().page(pull.ref()),
                "issue",
                issue,
                "comments",
                issue + "/comments",
                "commits",
                self + "/commits",
                "review_comments",
                self + "/comments",
                "review_comment",
                wire.api(pull.repository(), "/pulls/comments{/number}"),
                "statuses",
                wire.api(pull.repository(), "/statuses/" + pull.headSha())));
    }

    private ObjectNode side(Pull pull, String branch, String sha) {
        ObjectNode side = wire.object().put("label", pull.repository().owner() + ":" + branch);
        side.put("ref", branch).put("sha", sha);
        side.set("user", users.organisation(pull.repository().owner()));
        side.set("repo", repositories.simple(pull.repository()));
        return side;
    }

    private ObjectNode label(Pull pull, String name) {
        long id = 10_000L + Math.abs(name.hashCode() % 10_000);
        return wire.object()
                .put("id", id)
                .put("node_id", wire.nodeId("Label", id))
                .put("url", wire.api(pull.repository(), "/labels/" + UriUtils.encodePathSegment(name, "UTF-8")))
                .put("name", name)
                .put("description", "")
                .put("color", "ededed")
                .put("default", false);
    }

    // GitHub fills this in for an open pull request too, with a merge that it only tried
    private static String mergeSha(Pull pull) {
        String merged = pull.mergeSha();
        return merged != null
                ? merged
                : new StringBuilder(pull.headSha()).reverse().toString();
    }

    private String mergeableState(Pull pull, @Nullable Boolean mergeable) {
        if (mergeable == null) {
            return "unknown";
        }
        if (!mergeable) {
            return "dirty";
        }
        if (pull.draft()) {
            return "draft";
        }
        return gate.of(pull).filter(Gate.Says::green).isPresent() ? "clean" : "blocked";
    }
}
