package io.rakegate.sandbox.github.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.rakegate.sandbox.github.Commit;
import io.rakegate.sandbox.github.Commits;
import io.rakegate.sandbox.github.GitObjects;
import io.rakegate.sandbox.github.InSandbox;
import io.rakegate.sandbox.github.Refusal;
import io.rakegate.sandbox.github.Repositories;
import io.rakegate.sandbox.github.Repository;
import io.rakegate.sandbox.github.Revisions;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Files and folders at a commit, by path and by SHA. */
@InSandbox
@Hidden
@RestController("sandboxGitHubContentsApi")
@RequestMapping(Wire.ROOT + "/repos/{owner}/{repo}")
class ContentsApi {

    private static final MediaType RAW = MediaType.parseMediaType("application/vnd.github.raw;charset=utf-8");

    private final ContentJson json;
    private final Repositories repositories;
    private final Revisions revisions;
    private final Commits commits;

    ContentsApi(ContentJson json, Repositories repositories, Revisions revisions, Commits commits) {
        this.json = json;
        this.repositories = repositories;
        this.revisions = revisions;
        this.commits = commits;
    }

    @GetMapping({"/contents", "/contents/{*path}"})
    ResponseEntity<Object> content(
            @PathVariable String owner,
            @PathVariable String repo,
            @PathVariable(required = false) @Nullable String path,
            @RequestParam(required = false) @Nullable String ref,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String accept) {
        Repository repository = repositories.get(owner, repo);
        String at = ref == null ? repository.defaultBranch() : ref;
        Commit commit =
                revisions.find(repository, at).orElseThrow(() -> Refusal.notFound("No commit found for the ref " + at));
        String wanted = path == null ? "" : path.replaceAll("^/|/$", "");
        String sha = commit.tree().get(wanted);
        if (sha == null) {
            return json(folder(repository, at, commit, wanted));
        }
        byte[] content = commits.content(sha).orElseThrow(Refusal::notFound);
        boolean raw = JsonUnlessRaw.isRaw(accept);
        return raw
                ? ResponseEntity.ok().contentType(RAW).body(content)
                : json(json.file(repository, at, wanted, sha, content));
    }

    @GetMapping("/git/blobs/{sha}")
    ResponseEntity<Object> blob(@PathVariable String owner, @PathVariable String repo, @PathVariable String sha) {
        Repository repository = repositories.get(owner, repo);
        byte[] content = commits.content(sha).orElseThrow(Refusal::notFound);
        return json(json.blob(repository, sha, content));
    }

    private ArrayNode folder(Repository repository, String ref, Commit commit, String path) {
        String prefix = path.isEmpty() ? "" : path + "/";
        Map<String, Map<String, String>> folders = new TreeMap<>();
        ArrayNode entries = JsonNodeFactory.instance.arrayNode();
        new TreeMap<>(commit.tree()).forEach((file, sha) -> {
            if (!file.startsWith(prefix)) {
                return;
            }
            String rest = file.substring(prefix.length());
            int slash = rest.indexOf('/');
            if (slash < 0) {
                entries.add(json.listed(repository, ref, file, sha, "file", size(sha)));
            } else {
                folders.computeIfAbsent(rest.substring(0, slash), name -> new TreeMap<>())
                        .put(rest.substring(slash + 1), sha);
            }
        });
        folders.forEach((name, files) ->
                entries.add(json.listed(repository, ref, prefix + name, GitObjects.tree(files), "dir", 0)));
        if (entries.isEmpty()) {
            throw Refusal.notFound();
        }
        return entries;
    }

    private int size(String sha) {
        return commits.content(sha).orElseThrow(Refusal::notFound).length;
    }

    private static ResponseEntity<Object> json(JsonNode body) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
    }
}
