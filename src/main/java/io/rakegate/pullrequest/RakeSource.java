package io.rakegate.pullrequest;

/**
 * A rake file of the repository that a pull request leaves as it is.
 *
 * @param path its path from the repository's root
 * @param text what it says
 */
public record RakeSource(String path, String text) {}
