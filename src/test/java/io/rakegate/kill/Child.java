package io.rakegate.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The application in a process of its own, started again as often as it is killed. */
final class Child implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Child.class);

    private final List<String> command;
    private final Path log;
    private final AtomicInteger deaths = new AtomicInteger();
    private final Thread keeper = new Thread(this::keepAlive, "keeper");
    private volatile boolean closed;
    private volatile Process process;

    Child(List<String> command, Path log) {
        this.command = List.copyOf(command);
        this.log = log;
        this.process = start();
        keeper.start();
    }

    int deaths() {
        return deaths.get();
    }

    private Process start() {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void keepAlive() {
        try {
            while (!closed) {
                int status = process.waitFor();
                if (!closed) {
                    LOG.info("The application ended with status {} and is started again.", status);
                    deaths.incrementAndGet();
                    process = start();
                }
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        keeper.interrupt();
        keeper.join();
    }
}
