package io.rakegate.policy;

import io.rakegate.pullrequest.RakeSource;
import java.util.List;

/**
 * What a pull request contains beside the rake file that is looked at.
 *
 * @param paths path of every file that it adds or changes
 * @param rakeFiles every rake file that it adds or changes
 * @param elsewhere the rake files of the repository that it leaves as they are
 */
public record Surroundings(List<String> paths, List<RakeFile> rakeFiles, List<RakeSource> elsewhere) {

    /** A file checked on its own, before there is a pull request. */
    public static final Surroundings NONE = new Surroundings(List.of(), List.of(), List.of());

    public Surroundings {
        paths = List.copyOf(paths);
        rakeFiles = List.copyOf(rakeFiles);
        elsewhere = List.copyOf(elsewhere);
    }
}
