package io.rakegate.sandbox.github;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Finds folders of commits by the SHA of their tree. */
@InSandbox
@Component("sandboxGitHubTrees")
public class Trees {

    private final Commits commits;
    private final Revisions revisions;
    private final Map<String, Map<String, String>> known = new ConcurrentHashMap<>();

    Trees(Commits commits, Revisions revisions) {
        this.commits = commits;
        this.revisions = revisions;
    }

    /**
     * The files below what is named: the SHA of a tree, or a commit or branch.
     *
     * @throws Refusal if there is none
     */
    public Map<String, String> get(Repository repository, String name) {
        return revisions
                .find(repository, name)
                .map(Commit::tree)
                .or(() -> Optional.ofNullable(known.get(name)))
                .or(() -> search(repository, name))
                .orElseThrow(Refusal::notFound);
    }

    private Optional<Map<String, String>> search(Repository repository, String treeSha) {
        Optional<Map<String, String>> found = commits.trees(repository).stream()
                .flatMap(files -> below(files, treeSha).stream())
                .findFirst();
        found.ifPresent(files -> known.put(treeSha, files));
        return found;
    }

    private static Optional<Map<String, String>> below(Map<String, String> files, String treeSha) {
        return GitObjects.tree(files).equals(treeSha)
                ? Optional.of(files)
                : GitObjects.folders(files).values().stream()
                        .flatMap(folder -> below(folder, treeSha).stream())
                        .findFirst();
    }
}
