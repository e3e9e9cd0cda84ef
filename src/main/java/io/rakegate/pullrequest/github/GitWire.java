package io.rakegate.pullrequest.github;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What GitHub answers about Git's own objects, as far as it is read; an answer without a required part is refused. */
final class GitWire {

    private GitWire() {}

    /** A commit of which only the tree is read. */
    record Snapshot(Root commit) {
        Snapshot {
            requireNonNull(commit, "commit");
        }
    }

    record Root(Named tree) {
        Root {
            requireNonNull(tree, "tree");
        }
    }

    record Named(String sha) {
        Named {
            requireNonNull(sha, "sha");
        }
    }

    record Tree(List<Entry> tree, boolean truncated) {
        Tree {
            requireNonNull(tree, "tree");
        }
    }

    record Entry(String path, String mode, String type, String sha, long size) {
        Entry {
            requireNonNull(path, "path");
            requireNonNull(mode, "mode");
            requireNonNull(type, "type");
            requireNonNull(sha, "sha");
        }
    }

    record Blob(String content, String encoding) {
        Blob {
            requireNonNull(content, "content");
            requireNonNull(encoding, "encoding");
        }
    }
}
