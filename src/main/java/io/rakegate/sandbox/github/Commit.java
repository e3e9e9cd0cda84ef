package io.rakegate.sandbox.github;

import java.util.List;
import java.util.Map;

/**
 * A commit with the whole tree it leaves behind.
 *
 * @param sha its 40 hex digits, computed as Git does
 * @param parents the commits it follows; two for a merge
 * @param message its message with trailers
 * @param author who wrote it
 * @param committer who committed it
 * @param tree every file's path with the SHA of its content
 */
public record Commit(
        String sha,
        List<String> parents,
        String message,
        Signature author,
        Signature committer,
        Map<String, String> tree) {

    public Commit {
        parents = List.copyOf(parents);
        tree = Map.copyOf(tree);
    }

    /** The first line of the message. */
    public String subject() {
        return message.lines().findFirst().orElse("");
    }

    /** The first seven digits, as people write it. */
    public String shortSha() {
        return sha.substring(0, 7);
    }
}
