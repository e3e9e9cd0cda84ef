package io.rakegate.sandbox.github;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Puts what two branches did since they parted into one tree; a file that both changed differently is a conflict. */
@InSandbox
@Component("sandboxGitHubMerging")
public class Merging {

    private final Repositories repositories;
    private final Commits commits;

    Merging(Repositories repositories, Commits commits) {
        this.repositories = repositories;
        this.commits = commits;
    }

    /** Whether a pull request could be merged into its base branch as that is now. */
    public boolean possible(Pull pull) {
        String tip = repositories.tip(pull.repository(), pull.baseBranch()).orElseThrow(Refusal::notFound);
        return conflicts(pull, tip).isEmpty();
    }

    Map<String, String> tree(Pull pull, String tip) {
        if (!conflicts(pull, tip).isEmpty()) {
            throw Refusal.notMergeable("Pull Request is not mergeable");
        }
        Map<String, String> base = tree(pull.repository(), pull.baseSha());
        Map<String, String> head = tree(pull.repository(), pull.headSha());
        Map<String, String> merged = new HashMap<>(tree(pull.repository(), tip));
        for (String path : changed(base, head)) {
            String now = head.get(path);
            if (now == null) {
                merged.remove(path);
            } else {
                merged.put(path, now);
            }
        }
        return merged;
    }

    private Set<String> conflicts(Pull pull, String tip) {
        Map<String, String> base = tree(pull.repository(), pull.baseSha());
        Map<String, String> head = tree(pull.repository(), pull.headSha());
        Map<String, String> theirs = tree(pull.repository(), tip);
        Set<String> both = changed(base, head);
        both.retainAll(changed(base, theirs));
        both.removeIf(path -> Objects.equals(head.get(path), theirs.get(path)));
        return both;
    }

    private static Set<String> changed(Map<String, String> from, Map<String, String> to) {
        Set<String> paths = new HashSet<>(from.keySet());
        paths.addAll(to.keySet());
        paths.removeIf(path -> Objects.equals(from.get(path), to.get(path)));
        return paths;
    }

    private Map<String, String> tree(Repository repository, String sha) {
        return commits.get(repository, sha).tree();
    }
}
