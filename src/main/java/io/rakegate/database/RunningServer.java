package io.rakegate.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** What is running already: on a data directory, as its {@code postmaster.pid} tells, or on a port. */
final class RunningServer {

    private static final int LINE_OF_PORT = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

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

    /** Whether anything listens on this port of the loopback address. */
    static boolean isTaken(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) PATIENCE.toMillis());
            return true;
        } catch (IOException nobodyListens) {
            return false;
        }
    }

    private static boolean isAlive(String pid) {
        return ProcessHandle.of(Long.parseLong(pid.strip()))
                .map(ProcessHandle::isAlive)
                .orElse(false);
    }
}
