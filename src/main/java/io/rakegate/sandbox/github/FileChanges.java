package io.rakegate.sandbox.github;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Finds what differs between two commits, as GitHub lists it for a pull request. */
@InSandbox
@Component("sandboxGitHubFileChanges")
public class FileChanges {

    private final Commits commits;

    FileChanges(Commits commits) {
        this.commits = commits;
    }

    /** What a pull request changes, by path. */
    public List<FileChange> of(Pull pull) {
        Map<String, String> base =
                commits.get(pull.repository(), pull.baseSha()).tree();
        Map<String, String> head =
                commits.get(pull.repository(), pull.headSha()).tree();
        return between(base, head);
    }

    /** What differs between two trees, by path. */
    public List<FileChange> between(Map<String, String> base, Map<String, String> head) {
        Map<String, String> removed = new TreeMap<>(base);
        removed.keySet().removeAll(head.keySet());
        Set<String> movedAway = new HashSet<>();
        List<FileChange> changes = new ArrayList<>();
        new TreeMap<>(head).forEach((path, sha) -> {
            String before = base.get(path);
            if (before != null && !before.equals(sha)) {
                changes.add(change("modified", path, sha, before));
            } else if (before == null) {
                changes.add(addedOrMoved(path, sha, removed, movedAway));
            }
        });
        removed.forEach((path, sha) -> {
            if (!movedAway.contains(path)) {
                changes.add(new FileChange("removed", path, null, sha, commits.text(sha), null));
            }
        });
        return changes;
    }

    private FileChange addedOrMoved(String path, String sha, Map<String, String> removed, Set<String> movedAway) {
        Optional<String> from = removed.keySet().stream()
                .filter(old -> !movedAway.contains(old) && sha.equals(removed.get(old)))
                .findFirst();
        if (from.isEmpty()) {
            return new FileChange("added", path, null, sha, null, commits.text(sha));
        }
        movedAway.add(from.get());
        String text = commits.text(sha);
        return new FileChange("renamed", path, from.get(), sha, text, text);
    }

    private FileChange change(String kind, String path, String sha, String before) {
        return new FileChange(kind, path, null, sha, commits.text(before), commits.text(sha));
    }
}
