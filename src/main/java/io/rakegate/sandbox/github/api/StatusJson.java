package io.rakegate.sandbox.github.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rakegate.sandbox.github.CheckRun;
import io.rakegate.sandbox.github.InSandbox;
import io.rakegate.sandbox.github.Repository;
import io.rakegate.sandbox.github.Status;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Statuses and checks on the wire. */
@InSandbox
@Component("sandboxGitHubStatusJson")
class StatusJson {

    private final Wire wire;
    private final UserJson users;
    private final RepositoryJson repositories;

    StatusJson(Wire wire, UserJson users, RepositoryJson repositories) {
        this.wire = wire;
        this.users = users;
        this.repositories = repositories;
    }

    /** One thing said, with who said it. */
    ObjectNode status(Repository repository, String sha, Status status) {
        ObjectNode json = simple(repository, sha, status);
        json.set("creator", users.simple(status.creator()));
        return json;
    }

    /** All that stands of a commit, in one word. */
    ObjectNode combined(Repository repository, String sha, Collection<Status> latest) {
        ObjectNode json = wire.object().put("state", worst(latest));
        json.set("statuses", wire.array(latest, status -> simple(repository, sha, status)));
        json.put("sha", sha).put("total_count", latest.size());
        json.set("repository", repositories.simple(repository));
        json.put("commit_url", wire.api(repository, "/commits/" + sha));
        return json.put("url", wire.api(repository, "/commits/" + sha + "/status"));
    }

    ObjectNode checkRun(Repository repository, CheckRun run) {
        String url = wire.api(repository, "/check-runs/" + run.id());
        ObjectNode json = wire.object()
                .put("id", run.id())
                .put("node_id", wire.nodeId("CheckRun", run.id()))
                .put("head_sha", run.headSha())
                .put("external_id", run.externalId())
                .put("url", url)
                .put("html_url", wire.pages().page(repository) + "/runs/" + run.id())
                .put("details_url", run.detailsUrl())
                .put("status", run.status())
                .put("conclusion", run.conclusion())
                .put("started_at", wire.time(run.startedAt()))
                .put("completed_at", wire.time(run.completedAt()));
        json.putObject("output")
                .put("title", run.title())
                .put("summary", run.summary())
                .putNull("text")
                .put("annotations_count", 0)
                .put("annotations_url", url + "/annotations");
        json.put("name", run.name()).putObject("check_suite").put("id", run.id());
        json.putNull("app").putArray("pull_requests");
        return json;
    }

    private ObjectNode simple(Repository repository, String sha, Status status) {
        return wire.object()
                .put("url", wire.api(repository, "/statuses/" + sha))
                .put(
                        "avatar_url",
                        wire.pages().gitHub() + "/avatars/" + status.creator().id())
                .put("id", status.id())
                .put("node_id", wire.nodeId("StatusContext", status.id()))
                .put("state", status.state())
                .put("description", status.description())
                .put("target_url", status.targetUrl())
                .put("context", status.context())
                .put("created_at", wire.time(status.createdAt()))
                .put("updated_at", wire.time(status.createdAt()));
    }

    private static String worst(Collection<Status> latest) {
        Set<String> states = new TreeSet<>();
        latest.forEach(status -> states.add(status.state()));
        if (states.contains("error") || states.contains("failure")) {
            return "failure";
        }
        return states.contains("pending") || states.isEmpty() ? "pending" : "success";
    }
}
