package io.rakegate.pullrequest.github;

import io.rakegate.pullrequest.ChangedFile;
import io.rakegate.pullrequest.ChangedFile.Change;
import io.rakegate.pullrequest.PullRequestRef;
import io.rakegate.pullrequest.PullRequestUnreadable;
import io.rakegate.pullrequest.PullRequestsUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files that a pull request touches, rake files with their text at its head. */
final class ChangedFiles {

    private static final int MOST_LISTED_FILES = 3000;
    private static final int MOST_RAKE_FILES = 200;

    private static final String TOO_MANY = """
            %s touches %d files, %d of them rake files. Rakegate reads at most %d (GitHub lists no more) and %d of them. \
            Open a smaller pull request for the production change.""";

    private final GitHubApi api;
    private final FileContents contents;
    private final PullRequestRef ref;

    ChangedFiles(GitHubApi api, PullRequestRef ref) {
        this.api = api;
        this.contents = new FileContents(api);
        this.ref = ref;
    }

    /** Paths of the files that are there at the head, as far as GitHub lists them (3,000). */
    List<String> paths() {
        return listed().stream()
                .filter(file -> !file.status().equals("removed"))
                .map(Wire.ChangedFile::filename)
                .toList();
    }

    private List<Wire.ChangedFile> listed() {
        return api.list(api.at("pulls/" + ref.number() + "/files"), Wire.ChangedFile[].class);
    }

    /** Nothing if GitHub lists fewer than it counts, or lists a rake file that it then does not have. */
    Optional<List<ChangedFile>> read(Wire.Pull pull) {
        List<Wire.ChangedFile> listed = listed();
        requireReadable(pull.changedFiles(), listed);
        if (listed.size() < pull.changedFiles()) {
            return Optional.empty();
        }
        List<ChangedFile> files = new ArrayList<>();
        for (Wire.ChangedFile file : listed) {
            Optional<ChangedFile> read = read(file, pull.head().sha());
            if (read.isEmpty()) {
                return Optional.empty();
            }
            files.add(read.get());
        }
        return Optional.of(files);
    }

    private void requireReadable(int counted, List<Wire.ChangedFile> listed) {
        long rakeFiles = listed.stream()
                .filter(file -> file.filename().endsWith(".rake"))
                .count();
        if (counted > MOST_LISTED_FILES || rakeFiles > MOST_RAKE_FILES) {
            throw new PullRequestUnreadable(
                    TOO_MANY.formatted(ref, counted, rakeFiles, MOST_LISTED_FILES, MOST_RAKE_FILES));
        }
    }

    private Optional<ChangedFile> read(Wire.ChangedFile file, String headSha) {
        Change change = change(file.status());
        ChangedFile withoutText = new ChangedFile(file.filename(), change, file.previousFilename(), null);
        if (!withoutText.isRakeFile() || change == Change.REMOVED) {
            return Optional.of(withoutText);
        }
        return contents.at(headSha, file.filename())
                .map(found -> new ChangedFile(file.filename(), change, file.previousFilename(), found.text()));
    }

    private static Change change(String status) {
        return switch (status) {
            case "added", "copied" -> Change.ADDED;
            case "removed" -> Change.REMOVED;
            case "renamed" -> Change.RENAMED;
            case "modified", "changed", "unchanged" -> Change.MODIFIED;
            default -> throw new PullRequestsUnavailable("GitHub gives a file the unknown status " + status + ".");
        };
    }
}
