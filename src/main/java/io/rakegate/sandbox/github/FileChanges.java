package io.rakegate.sandbox.github;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
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
        return new Comparison(base, head, commits).changes();
    }

    private static final class Comparison {

        private final Map<String, String> base;
        private final Map<String, String> head;
        private final Set<String> differing = new TreeSet<>();
        private final Set<String> moved = new HashSet<>();
        private final Map<String, String> texts;

        Comparison(Map<String, String> base, Map<String, String> head, Commits commits) {
            this.base = base;
            this.head = head;
            differing.addAll(base.keySet());
            differing.addAll(head.keySet());
            differing.removeIf(path -> Objects.equals(base.get(path), head.get(path)));
            Set<String> blobs = new HashSet<>();
            differing.forEach(path -> {
                Optional.ofNullable(base.get(path)).ifPresent(blobs::add);
                Optional.ofNullable(head.get(path)).ifPresent(blobs::add);
            });
            this.texts = commits.texts(blobs);
        }

        List<FileChange> changes() {
            Map<String, FileChange> changes = new TreeMap<>();
            differing.stream().filter(head::containsKey).forEach(path -> changes.put(path, written(path)));
            differing.stream()
                    .filter(path -> !head.containsKey(path) && !moved.contains(path))
                    .forEach(path -> changes.put(path, removed(path)));
            return new ArrayList<>(changes.values());
        }

        private FileChange written(String path) {
            String blob = Objects.requireNonNull(head.get(path));
            String after = text(blob);
            if (base.containsKey(path)) {
                return new FileChange("modified", path, null, blob, text(base.get(path)), after);
            }
            Optional<String> from = differing.stream()
                    .filter(old -> !head.containsKey(old) && !moved.contains(old) && blob.equals(base.get(old)))
                    .findFirst();
            if (from.isEmpty()) {
                return new FileChange("added", path, null, blob, null, after);
            }
            moved.add(from.get());
            return new FileChange("renamed", path, from.get(), blob, after, after);
        }

        private FileChange removed(String path) {
            String blob = Objects.requireNonNull(base.get(path));
            return new FileChange("removed", path, null, blob, text(blob), null);
        }

        private @Nullable String text(@Nullable String blob) {
            return blob == null ? null : texts.get(blob);
        }
    }
}
