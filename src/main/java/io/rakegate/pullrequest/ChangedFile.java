package io.rakegate.pullrequest;

import org.jspecify.annotations.Nullable;

/**
 * One file that a pull request touches.
 *
 * @param path its path at the head, from the repository's root
 * @param change what happens to it
 * @param previousPath its path before a rename, else null
 * @param content its text at the head for a rake file ({@code .rake}), null for any other and for a removed file
 */
public record ChangedFile(
        String path,
        Change change,
        @Nullable String previousPath,
        @Nullable String content) {

    /** What a pull request does to a file. */
    public enum Change {
        ADDED,
        MODIFIED,
        REMOVED,
        RENAMED
    }

    /** Whether its name says that it defines rake tasks. */
    public boolean isRakeFile() {
        return path.endsWith(".rake");
    }
}
