package io.rakegate.policy.rule;

import io.rakegate.policy.Finding;
import io.rakegate.policy.ProcessDocument;
import io.rakegate.policy.RakeFile;
import io.rakegate.policy.Rule;
import io.rakegate.policy.Submission;
import io.rakegate.pullrequest.ChangedFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Step 1: the pull request adds or changes a rake file in the production rake task folder. */
public final class RakeTaskIsInProductionFolder implements Rule {

    /** The production rake task folder, unless configured otherwise. */
    public static final String DEFAULT_FOLDER = "rakelib/prod";

    private final String folder;

    /**
     * Asks for one folder.
     *
     * @param folder path from the repository's root, such as {@code rakelib/prod}
     */
    public RakeTaskIsInProductionFolder(String folder) {
        this.folder = folder.endsWith("/") ? folder : folder + "/";
    }

    /** Whether a path lies in the folder or below it. */
    public boolean contains(String path) {
        return path.startsWith(folder);
    }

    @Override
    public List<Finding> check(Submission submission) {
        List<ChangedFile> rakeFiles = submission.pullRequest().rakeFiles();
        if (rakeFiles.stream().anyMatch(file -> contains(file.path()))) {
            return List.of();
        }
        if (rakeFiles.isEmpty()) {
            return List.of(finding(missing(submission), null));
        }
        return rakeFiles.stream().map(file -> elsewhere(file.path())).toList();
    }

    /** What is to say of one file before there is a pull request: it is elsewhere, or defines no task. */
    public List<Finding> check(RakeFile file) {
        List<Finding> findings = new ArrayList<>();
        if (!contains(file.path())) {
            findings.add(elsewhere(file.path()));
        }
        if (file.tasks().isEmpty()) {
            findings.add(finding("The file defines no rake task.", file.path()));
        }
        return findings;
    }

    private Finding elsewhere(String path) {
        return finding("The rake file " + path + " is not in the production folder " + folder + ".", path);
    }

    private String missing(Submission submission) {
        boolean removed = submission.pullRequest().files().stream()
                .anyMatch(file -> file.isRakeFile() && file.change() == ChangedFile.Change.REMOVED);
        return removed
                ? "The pull request removes a rake file and leaves none to run in " + folder + "."
                : "The pull request adds or changes no rake file in the production folder " + folder + ".";
    }

    private Finding finding(String sentence, @Nullable String file) {
        return new Finding(
                getClass().getSimpleName(),
                Finding.Severity.BLOCKING,
                sentence,
                file,
                0,
                ProcessDocument.PRODUCTION_FOLDER,
                "Only tasks in that folder go through this process, and its code owners see each of them.",
                "Put the rake file with the task into " + folder + " and push the commit.");
    }
}
