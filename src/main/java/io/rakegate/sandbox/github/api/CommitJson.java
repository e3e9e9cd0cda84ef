package io.rakegate.sandbox.github.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rakegate.sandbox.github.Commit;
import io.rakegate.sandbox.github.FileChange;
import io.rakegate.sandbox.github.GitObjects;
import io.rakegate.sandbox.github.InSandbox;
import io.rakegate.sandbox.github.Repository;
import io.rakegate.sandbox.github.Signature;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Commits and changed files on the wire. */
@InSandbox
@Component("sandboxGitHubCommitJson")
class CommitJson {

    private final Wire wire;
    private final UserJson users;

    CommitJson(Wire wire, UserJson users) {
        this.wire = wire;
        this.users = users;
    }

    ObjectNode commit(Repository repository, Commit commit) {
        String url = wire.api(repository, "/commits/" + commit.sha());
        ObjectNode json = wire.object().put("sha", commit.sha()).put("node_id", "C_" + commit.sha());
        json.set("commit", inner(repository, commit));
        json.put("url", url)
                .put("html_url", wire.pages().page(repository) + "/commit/" + commit.sha())
                .put("comments_url", url + "/comments");
        json.set("author", users.nullable(commit.author().account()));
        json.set("committer", users.nullable(commit.committer().account()));
        json.set(
                "parents",
                wire.array(
                        commit.parents(),
                        parent -> wire.object()
                                .put("sha", parent)
                                .put("url", wire.api(repository, "/commits/" + parent))
                                .put("html_url", wire.pages().page(repository) + "/commit/" + parent)));
        return json;
    }

    ObjectNode file(Repository repository, String ref, FileChange change) {
        String path = UriUtils.encodePath(change.path(), StandardCharsets.UTF_8);
        String page = wire.pages().page(repository);
        ObjectNode json = wire.object()
                .put("sha", change.blobSha())
                .put("filename", change.path())
                .put("status", change.kind())
                .put("additions", change.additions())
                .put("deletions", change.deletions())
                .put("changes", change.additions() + change.deletions())
                .put("blob_url", page + "/blob/" + ref + "/" + path)
                .put("raw_url", page + "/raw/" + ref + "/" + path)
                .put("contents_url", wire.api(repository, "/contents/" + path + "?ref=" + ref));
        if (!change.hunks().isEmpty()) {
            json.put("patch", change.hunks());
        }
        if (change.previousPath() != null) {
            json.put("previous_filename", change.previousPath());
        }
        return json;
    }

    private ObjectNode inner(Repository repository, Commit commit) {
        String tree = GitObjects.tree(commit.tree());
        ObjectNode json = wire.object();
        json.set("author", signature(commit.author()));
        json.set("committer", signature(commit.committer()));
        json.put("message", commit.message());
        json.putObject("tree").put("sha", tree).put("url", wire.api(repository, "/git/trees/" + tree));
        json.put("url", wire.api(repository, "/git/commits/" + commit.sha())).put("comment_count", 0);
        json.putObject("verification")
                .put("verified", false)
                .put("reason", "unsigned")
                .putNull("signature")
                .putNull("payload")
                .putNull("verified_at");
        return json;
    }

    private ObjectNode signature(Signature signature) {
        return wire.object()
                .put("name", signature.name())
                .put("email", signature.email())
                .put("date", wire.time(signature.at()));
    }
}
