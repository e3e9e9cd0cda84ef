package io.rakegate.identity.engine;

import java.time.Duration;
import java.util.Objects;
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
    private final AtomicReference<Read<T>> last = new AtomicReference<>(new Read<>(0, null));

    OnceASecond(Supplier<T> reading) {
        this.reading = reading;
    }

    /** As it was a second ago or later. */
    T get() {
        Read<T> known = Objects.requireNonNull(last.get());
        long now = System.nanoTime();
        if (known.value() != null && now - known.at() < FRESH) {
            return known.value();
        }
        T value = reading.get();
        // not kept where it was to be forgotten meanwhile: it may have been read before the change
        last.compareAndSet(known, new Read<>(now, value));
        return value;
    }

    /** Has it read again by whoever needs it next, because this node has changed it. */
    void forget() {
        last.set(new Read<>(0, null));
    }

    private record Read<T>(long at, @Nullable T value) {}
}
