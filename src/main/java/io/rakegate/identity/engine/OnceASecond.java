package io.rakegate.identity.engine;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is read from the database at most once a second, because each command needs it and it hardly ever changes. By the
 * machine's own clock, which no test and no operator moves.
 *
 * @param <T> what is read; not null, and not changed by who gets it
 */
final class OnceASecond<T> {

    private static final long FRESH = Duration.ofSeconds(1).toNanos();

    private final Supplier<T> reading;
    private final AtomicReference<@Nullable Read<T>> last = new AtomicReference<>();

    OnceASecond(Supplier<T> reading) {
        this.reading = reading;
    }

    /** As it was a second ago or later. */
    T get() {
        Read<T> known = last.get();
        long now = System.nanoTime();
        if (known != null && now - known.at() < FRESH) {
            return known.value();
        }
        T value = reading.get();
        last.set(new Read<>(now, value));
        return value;
    }

    /** Has it read again by whoever needs it next, because this node has changed it. */
    void forget() {
        last.set(null);
    }

    private record Read<T>(long at, T value) {}
}
