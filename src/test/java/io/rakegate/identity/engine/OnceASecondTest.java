package io.rakegate.identity.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class OnceASecondTest {

    private final AtomicInteger readings = new AtomicInteger();

    @Test
    void isReadAgainOnceItWasToBeForgotten() {
        OnceASecond<Integer> remembered = new OnceASecond<>(readings::incrementAndGet);
        int first = remembered.get();

        remembered.forget();

        assertThat(remembered.get()).isEqualTo(first + 1);
    }

    @Test
    void isNotKeptIfItWasToBeForgottenWhileItWasRead() {
        AtomicReference<OnceASecond<Integer>> self = new AtomicReference<>();
        OnceASecond<Integer> remembered = new OnceASecond<>(() -> {
            int read = readings.incrementAndGet();
            if (read == 1) {
                self.get().forget();
            }
            return read;
        });
        self.set(remembered);

        assertThat(remembered.get()).isEqualTo(1);
        assertThat(remembered.get()).isEqualTo(2);
    }
}
