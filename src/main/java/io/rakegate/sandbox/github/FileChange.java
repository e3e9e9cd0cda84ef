package io.rakegate.sandbox.github;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.Patch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a pull request does to one file.
 *
 * @param kind added, modified, removed or renamed, as the wire format says it
 * @param path its path; of a removed file the path it had
 * @param previousPath its path before a rename, else null
 * @param blobSha the SHA of its content; of a removed file the content it had
 * @param before its text before, null if it was not there
 * @param after its text now, null if it is gone
 */
public record FileChange(
        String kind,
        String path,
        @Nullable String previousPath,
        String blobSha,
        @Nullable String before,
        @Nullable String after) {

    private static final int CONTEXT_LINES = 3;

    /** How many lines were added. */
    public int additions() {
        return patch().getDeltas().stream()
                .mapToInt(delta -> delta.getTarget().size())
                .sum();
    }

    /** How many lines were taken away. */
    public int deletions() {
        return patch().getDeltas().stream()
                .mapToInt(delta -> delta.getSource().size())
                .sum();
    }

    /** The unified difference without the two lines that name the files; empty if only the name changed. */
    public String hunks() {
        List<String> lines = UnifiedDiffUtils.generateUnifiedDiff("a", "b", lines(before), patch(), CONTEXT_LINES);
        return lines.size() <= 2 ? "" : String.join("\n", lines.subList(2, lines.size()));
    }

    private Patch<String> patch() {
        return DiffUtils.diff(lines(before), lines(after));
    }

    private static List<String> lines(@Nullable String text) {
        return text == null ? List.of() : text.lines().toList();
    }
}
