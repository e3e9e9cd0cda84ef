package io.rakegate.sandbox.github.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rakegate.sandbox.github.Commit;
import io.rakegate.sandbox.github.Commits;
import io.rakegate.sandbox.github.FileChanges;
import io.rakegate.sandbox.github.InSandbox;
import io.rakegate.sandbox.github.Refusal;
import io.rakegate.sandbox.github.Repositories;
import io.rakegate.sandbox.github.Repository;
import io.rakegate.sandbox.github.Revisions;
import io.rakegate.sandbox.github.Signature;
import io.rakegate.sandbox.github.api.Paging.Page;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Repositories, their commits, and what lies between two of them. */
@InSandbox
@Hidden
@RestController("sandboxGitHubCommitsApi")
@RequestMapping(Wire.ROOT + "/repos/{owner}/{repo}")
class CommitsApi {

    private final Wire wire;
    private final Paging paging;
    private final RepositoryJson repositoryJson;
    private final CommitJson json;
    private final Repositories repositories;
    private final Commits commits;
    private final Revisions revisions;
    private final FileChanges changes;

    CommitsApi(
            Wire wire,
            Paging paging,
            RepositoryJson repositoryJson,
            CommitJson json,
            Repositories repositories,
            Commits commits,
            Revisions revisions,
            FileChanges changes) {
        this.wire = wire;
        this.paging = paging;
        this.repositoryJson = repositoryJson;
        this.json = json;
        this.repositories = repositories;
        this.commits = commits;
        this.revisions = revisions;
        this.changes = changes;
    }

    @GetMapping
    JsonNode repository(@PathVariable String owner, @PathVariable String repo) {
        return repositoryJson.full(repositories.get(owner, repo));
    }

    /** Newest first, of one branch and one author if asked for. */
    @GetMapping("/commits")
    ResponseEntity<Object> list(
            @PathVariable String owner,
            @PathVariable String repo,
            @RequestParam(defaultValue = "") String sha,
            @RequestParam(required = false) @Nullable String author,
            Page page) {
        Repository repository = repositories.get(owner, repo);
        Commit start = revisions.get(repository, sha.isEmpty() ? repository.defaultBranch() : sha);
        List<Commit> found = commits.upTo(repository, start.sha()).stream()
                .filter(commit -> author == null || isBy(commit.author(), author))
                .toList();
        return paging.answer(found, page, commit -> json.commit(repository, commit));
    }

    @GetMapping("/commits/{ref}")
    JsonNode commit(@PathVariable String owner, @PathVariable String repo, @PathVariable String ref) {
        Repository repository = repositories.get(owner, repo);
        return json.commit(repository, revisions.get(repository, ref));
    }

    @GetMapping("/compare/{range}")
    ResponseEntity<Object> compare(
            @PathVariable String owner, @PathVariable String repo, @PathVariable String range, Page page) {
        Repository repository = repositories.get(owner, repo);
        String[] ends = range.split("\\.\\.\\.", -1);
        if (ends.length != 2) {
            throw Refusal.notFound();
        }
        Commit base = revisions.get(repository, ends[0]);
        Commit head = revisions.get(repository, ends[1]);
        List<Commit> ahead = commits.between(repository, base.sha(), head.sha());
        return paging.headed(ahead.size(), page).body(comparison(repository, base, head, ahead, page));
    }

    private ObjectNode comparison(Repository repository, Commit base, Commit head, List<Commit> ahead, Page page) {
        int behind = commits.between(repository, head.sha(), base.sha()).size();
        Commit parting = revisions.mergeBase(repository, base, head);
        String url = wire.api(repository, "/compare/" + base.sha() + "..." + head.sha());
        String web = wire.pages().page(repository) + "/compare/" + base.sha() + "..." + head.sha();
        ObjectNode answer = wire.object().put("url", url).put("html_url", web);
        answer.put("permalink_url", web).put("diff_url", web + ".diff").put("patch_url", web + ".patch");
        answer.set("base_commit", json.commit(repository, base));
        answer.set("merge_base_commit", json.commit(repository, parting));
        answer.put("status", ahead.isEmpty() ? "identical" : behind == 0 ? "ahead" : "diverged");
        answer.put("ahead_by", ahead.size()).put("behind_by", behind).put("total_commits", ahead.size());
        answer.set("commits", wire.array(page.of(ahead), commit -> json.commit(repository, commit)));
        answer.set(
                "files",
                wire.array(
                        changes.between(parting.tree(), head.tree()),
                        change -> json.file(repository, head.sha(), change)));
        return answer;
    }

    private static boolean isBy(Signature signature, String author) {
        boolean sameLogin =
                signature.account() != null && signature.account().login().equalsIgnoreCase(author);
        return sameLogin || signature.email().equalsIgnoreCase(author);
    }
}
