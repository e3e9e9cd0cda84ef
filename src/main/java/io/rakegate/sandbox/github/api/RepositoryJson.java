package io.rakegate.sandbox.github.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rakegate.sandbox.github.InSandbox;
import io.rakegate.sandbox.github.Repository;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Repositories on the wire. */
@InSandbox
@Component("sandboxGitHubRepositoryJson")
class RepositoryJson {

    private static final List<String> PLAIN_ADDRESSES = List.of(
            "contributors",
            "deployments",
            "downloads",
            "events",
            "forks",
            "hooks",
            "languages",
            "merges",
            "stargazers",
            "subscribers",
            "subscription",
            "tags",
            "teams");
    private static final Map<String, String> TEMPLATE_ADDRESSES = Map.ofEntries(
            Map.entry("archive_url", "/{archive_format}{/ref}"),
            Map.entry("assignees_url", "/assignees{/user}"),
            Map.entry("blobs_url", "/git/blobs{/sha}"),
            Map.entry("branches_url", "/branches{/branch}"),
            Map.entry("collaborators_url", "/collaborators{/collaborator}"),
            Map.entry("comments_url", "/comments{/number}"),
            Map.entry("commits_url", "/commits{/sha}"),
            Map.entry("compare_url", "/compare/{base}...{head}"),
            Map.entry("contents_url", "/contents/{+path}"),
            Map.entry("git_commits_url", "/git/commits{/sha}"),
            Map.entry("git_refs_url", "/git/refs{/sha}"),
            Map.entry("git_tags_url", "/git/tags{/sha}"),
            Map.entry("issue_comment_url", "/issues/comments{/number}"),
            Map.entry("issue_events_url", "/issues/events{/number}"),
            Map.entry("issues_url", "/issues{/number}"),
            Map.entry("keys_url", "/keys{/key_id}"),
            Map.entry("labels_url", "/labels{/name}"),
            Map.entry("milestones_url", "/milestones{/number}"),
            Map.entry("notifications_url", "/notifications{?since,all,participating}"),
            Map.entry("pulls_url", "/pulls{/number}"),
            Map.entry("releases_url", "/releases{/id}"),
            Map.entry("statuses_url", "/statuses/{sha}"),
            Map.entry("trees_url", "/git/trees{/sha}"));

    private final Wire wire;
    private final UserJson users;

    RepositoryJson(Wire wire, UserJson users) {
        this.wire = wire;
        this.users = users;
    }

    /** As it stands alone. */
    ObjectNode full(Repository repository) {
        return simple(repository).put("network_count", 0).put("subscribers_count", 0);
    }

    /** As it stands within something else. */
    ObjectNode simple(Repository repository) {
        ObjectNode json = identity(repository);
        addresses(json, repository);
        counts(json);
        settings(json, repository);
        return json;
    }

    private ObjectNode identity(Repository repository) {
        ObjectNode json = wire.object()
                .put("id", repository.id())
                .put("node_id", wire.nodeId("Repository", repository.id()))
                .put("name", repository.name())
                .put("full_name", repository.fullName())
                .put("private", false);
        json.set("owner", users.organisation(repository.owner()));
        return json.put("html_url", wire.pages().page(repository))
                .put("description", "A sandbox of the API behind a large public web site")
                .put("fork", false)
                .put("url", wire.api(repository, ""));
    }

    private void addresses(ObjectNode json, Repository repository) {
        PLAIN_ADDRESSES.forEach(name -> json.put(name + "_url", wire.api(repository, "/" + name)));
        TEMPLATE_ADDRESSES.forEach((name, path) -> json.put(name, wire.api(repository, path)));
        String page = wire.pages().page(repository);
        json.put("git_url", "git://sandbox.invalid/" + repository.fullName() + ".git");
        json.put("ssh_url", "git@sandbox.invalid:" + repository.fullName() + ".git");
        json.put("clone_url", page + ".git").put("svn_url", page);
        json.putNull("mirror_url").putNull("homepage");
    }

    private static void counts(ObjectNode json) {
        for (String name : List.of("forks", "open_issues", "stargazers", "watchers")) {
            json.put(name + "_count", 0);
        }
        json.put("forks", 0).put("open_issues", 0).put("watchers", 0).put("size", 1);
    }

    private void settings(ObjectNode json, Repository repository) {
        json.put("language", "Ruby").put("default_branch", repository.defaultBranch());
        for (String feature : List.of("has_issues", "has_projects", "has_wiki", "has_downloads")) {
            json.put(feature, true);
        }
        json.put("has_pages", false).put("has_discussions", false);
        json.put("archived", false).put("disabled", false).put("visibility", "public");
        json.putArray("topics");
        json.putNull("license");
        String created = wire.time(repository.createdAt());
        json.put("pushed_at", created).put("created_at", created).put("updated_at", created);
        json.putObject("permissions")
                .put("admin", false)
                .put("maintain", false)
                .put("push", true)
                .put("triage", true)
                .put("pull", true);
    }
}
