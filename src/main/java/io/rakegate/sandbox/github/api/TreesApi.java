package io.rakegate.sandbox.github.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rakegate.sandbox.github.Commits;
import io.rakegate.sandbox.github.GitObjects;
import io.rakegate.sandbox.github.InSandbox;
import io.rakegate.sandbox.github.Refusal;
import io.rakegate.sandbox.github.Repositories;
import io.rakegate.sandbox.github.Repository;
import io.rakegate.sandbox.github.Trees;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Folders by the SHA of their tree, or by the commit or branch whose root they are. */
@InSandbox
@Hidden
@RestController("sandboxGitHubTreesApi")
@RequestMapping(Wire.ROOT + "/repos/{owner}/{repo}/git/trees")
class TreesApi {

    private final Wire wire;
    private final Repositories repositories;
    private final Trees trees;
    private final Commits commits;

    TreesApi(Wire wire, Repositories repositories, Trees trees, Commits commits) {
        this.wire = wire;
        this.repositories = repositories;
        this.trees = trees;
        this.commits = commits;
    }

    /** One folder, or with {@code recursive} all below it, whatever the parameter says, as on GitHub. */
    @GetMapping("/{name}")
    JsonNode tree(
            @PathVariable String owner,
            @PathVariable String repo,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String recursive) {
        Repository repository = repositories.get(owner, repo);
        Map<String, String> files = trees.get(repository, name);
        String sha = GitObjects.tree(files);
        ObjectNode answer = wire.object().put("sha", sha).put("url", wire.api(repository, "/git/trees/" + sha));
        ArrayNode entries = answer.putArray("tree");
        add(repository, entries, "", files, recursive != null);
        return answer.put("truncated", false);
    }

    private void add(
            Repository repository, ArrayNode entries, String at, Map<String, String> files, boolean recursive) {
        for (GitObjects.Entry entry : GitObjects.entries(files)) {
            String path = at + entry.name();
            ObjectNode json = entries.addObject().put("path", path).put("sha", entry.sha());
            if (entry.isFolder()) {
                json.put("mode", "040000").put("type", "tree");
                json.put("url", wire.api(repository, "/git/trees/" + entry.sha()));
            } else {
                json.put("mode", entry.mode()).put("type", "blob").put("size", size(entry.sha()));
                json.put("url", wire.api(repository, "/git/blobs/" + entry.sha()));
            }
            if (entry.isFolder() && recursive) {
                add(repository, entries, path + "/", below(files, entry.name() + "/"), true);
            }
        }
    }

    private static Map<String, String> below(Map<String, String> files, String folder) {
        Map<String, String> below = new TreeMap<>();
        files.forEach((path, sha) -> {
            if (path.startsWith(folder)) {
                below.put(path.substring(folder.length()), sha);
            }
        });
        return below;
    }

    private int size(String sha) {
        return commits.content(sha).orElseThrow(Refusal::notFound).length;
    }
}
