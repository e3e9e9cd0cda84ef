package io.rakegate.policy;

import java.util.List;

/**
 * What a pull request contains beside the rake file that is looked at.
 *
 * @param paths path of every file that it adds or changes
 * @param rakeFiles every rake file that it adds or changes
 */
public record Surroundings(List<String> paths, List<RakeFile> rakeFiles) {

    /** A file checked on its own, before there is a pull request. */
    public static final Surroundings NONE = new Surroundings(List.of(), List.of());

    public Surroundings {
        paths = List.copyOf(paths);
        rakeFiles = List.copyOf(rakeFiles);
    }
}
