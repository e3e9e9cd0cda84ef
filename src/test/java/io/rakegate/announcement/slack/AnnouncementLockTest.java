package io.rakegate.announcement.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rakegate.announcement.AnnouncementsUnavailable;
import io.rakegate.support.TestDatabase;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two nodes on one database: only one of them announces a key at a time. */
class AnnouncementLockTest {

    private final DataSource database = TestDatabase.dataSource(TestDatabase.shared());
    private final JdbcTransactionManager transactionsHere = new JdbcTransactionManager(database);
    private final AnnouncementLock here = new AnnouncementLock(new JdbcTemplate(database), transactionsHere);

    @Test
    void refusesTheSecondNodeWhileTheFirstIsAtTheSameKey() {
        String said = here.alone("same", () -> {
            assertThatExceptionOfType(AnnouncementsUnavailable.class)
                    .isThrownBy(() -> onAnotherNode("same"))
                    .withMessageContaining("\"same\"");
            return "said here";
        });

        assertThat(said).isEqualTo("said here");
    }

    @Test
    void letsTheSecondNodeAnnounceSomethingElse() {
        String said = here.alone("one", () -> onAnotherNode("two"));

        assertThat(said).isEqualTo("said there");
    }

    @Test
    void letsTheSecondNodeInOnceTheFirstIsDone() {
        here.alone("in turn", () -> "said here");

        assertThat(onAnotherNode("in turn")).isEqualTo("said there");
    }

    @Test
    void staysTakenUntilTheTransactionOfTheCallerEnds() {
        new TransactionTemplate(transactionsHere).executeWithoutResult(status -> {
            here.alone("job", () -> "said here");

            assertThatExceptionOfType(AnnouncementsUnavailable.class).isThrownBy(() -> onAnotherNode("job"));
        });

        assertThat(onAnotherNode("job")).isEqualTo("said there");
    }

    @Test
    void leavesTheTransactionOfTheCallerAsItWasWhenAnnouncingFails() {
        new TransactionTemplate(transactionsHere).executeWithoutResult(status -> {
            assertThatExceptionOfType(AnnouncementsUnavailable.class)
                    .isThrownBy(() -> here.alone("fails", () -> {
                        throw new AnnouncementsUnavailable("Slack is away.");
                    }));

            assertThat(status.isRollbackOnly()).isFalse();
            assertThat(new JdbcTemplate(database).queryForObject("select 1", Integer.class))
                    .isEqualTo(1);
        });

        assertThat(onAnotherNode("fails")).isEqualTo("said there");
    }

    private String onAnotherNode(String key) {
        AtomicReference<String> said = new AtomicReference<>();
        AtomicReference<RuntimeException> refused = new AtomicReference<>();
        AnnouncementLock there = new AnnouncementLock(new JdbcTemplate(database), new JdbcTransactionManager(database));
        Thread node = new Thread(() -> {
            try {
                said.set(there.alone(key, () -> "said there"));
            } catch (AnnouncementsUnavailable e) {
                refused.set(e);
            }
        });
        node.start();
        try {
            node.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (refused.get() != null) {
            throw refused.get();
        }
        return said.get();
    }
}
