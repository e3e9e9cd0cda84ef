package io.rakegate.process.catalogue;

/**
 * A rake task that the pull request defines.
 *
 * @param name its full name with namespaces, such as {@code data:backfill}
 * @param file path of its file
 * @param line line of its definition, from 1
 * @param inProductionFolder whether the file lies in the production rake task folder
 */
public record RakeTaskFound(String name, String file, int line, boolean inProductionFolder) {}
