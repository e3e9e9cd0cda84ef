package io.rakegate.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/** The PostgreSQL that is still running on a data directory, as its {@code postmaster.pid} tells. */
final class RunningServer {

    private static final int LINE_OF_PORT = 3;

    private RunningServer() {}

    /** The port of the server that runs on this directory; empty if none does. */
    static OptionalInt portOf(Path directory) throws IOException {
        Path file = directory.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return OptionalInt.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() <= LINE_OF_PORT || !isAlive(lines.get(0))) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(lines.get(LINE_OF_PORT).strip()));
    }

    private static boolean isAlive(String pid) {
        return ProcessHandle.of(Long.parseLong(pid.strip()))
                .map(ProcessHandle::isAlive)
                .orElse(false);
    }
}
