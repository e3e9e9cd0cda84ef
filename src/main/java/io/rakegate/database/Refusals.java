package io.rakegate.database;

import java.nio.file.Path;

/** What can be wrong with the embedded database, in words for the person who starts the application. */
final class Refusals {

    private Refusals() {}

    static DatabaseUnavailable inUse(Path directory, RuntimeException cause) {
        return new DatabaseUnavailable(
                "Another Rakegate is running on the embedded database in %s.".formatted(directory), """
                Stop it, or give this one its own folder and port: RAKEGATE_DATABASE_EMBEDDED_DIRECTORY and \
                RAKEGATE_DATABASE_EMBEDDED_PORT.""", cause);
    }

    static DatabaseUnavailable portTaken(int port) {
        return new DatabaseUnavailable(
                "Port %d, which the embedded PostgreSQL is to listen on, is taken by something else.".formatted(port),
                "Stop that, perhaps a Rakegate of another folder, or set RAKEGATE_DATABASE_EMBEDDED_PORT to a free port.");
    }

    static DatabaseUnavailable notStarted(Path directory, Exception cause) {
        return new DatabaseUnavailable(
                "The embedded PostgreSQL could not be started in %s: %s".formatted(directory, cause.getMessage()),
                "Its own log is %s. To use a database of yours instead, set SPRING_DATASOURCE_URL."
                        .formatted(logOf(directory)),
                cause);
    }

    static DatabaseUnavailable doesNotAnswer(Path directory, Exception cause) {
        return new DatabaseUnavailable(
                "The embedded PostgreSQL in %s does not answer as it should: %s"
                        .formatted(directory, cause.getMessage()),
                "Its own log is %s.".formatted(logOf(directory)),
                cause);
    }

    /** Where the server writes its log: beside its data, whose folder has to be empty the first time. */
    static Path logOf(Path directory) {
        return directory.resolveSibling(directory.getFileName() + ".log");
    }
}
