package io.rakegate.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rakegate.announcement.Announcement;
import io.rakegate.announcement.Announcement.Kind;
import io.rakegate.announcement.AnnouncementsUnavailable;
import io.rakegate.support.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The real client, unchanged, announces to the fake Slack over HTTP. */
class AnnouncedInSandboxTest extends FakeSlackFixture {

    private static final Announcement SCHEDULED =
            new Announcement(Kind.SCHEDULED_RUN, "o/r#7/schedule/1", "🚀 *Scheduled*: <https://x.org/7|o/r#7> & more");

    @Test
    void keepsAnAnnouncementOnceThoughItIsMadeAgain() {
        String first = announcements.announce(SCHEDULED);
        String second = announcements.announce(SCHEDULED);

        assertThat(second).isEqualTo(first).startsWith(SERVER + "/sandbox/slack/C0PLATARCH#p");
        assertThat(messagesIn("C0PLATARCH")).singleElement().satisfies(message -> {
            assertThat(message.getText()).isEqualTo(":rocket: *Scheduled*: <https://x.org/7|o/r#7> &amp; more");
            assertThat(message.getEdited()).isNull();
        });
        assertThat(messagesIn("C0REMINDER")).isEmpty();
    }

    @Test
    void changesTheMessageWhenTheAnnouncementChanges() {
        String first = announcements.announce(SCHEDULED);
        String second = announcements.announce(new Announcement(Kind.SCHEDULED_RUN, SCHEDULED.key(), "moved"));

        assertThat(second).isEqualTo(first);
        assertThat(messagesIn("C0PLATARCH")).singleElement().satisfies(message -> {
            assertThat(message.getText()).isEqualTo("moved");
            assertThat(message.getEdited()).isNotNull();
        });
    }

    @Test
    void postsOnceWhenTheConnectionBreaksAfterTheMessageWasTaken() throws Exception {
        outage("mishap=BROKEN_CONNECTION_AFTERWARDS&method=chat.postMessage");

        assertThatExceptionOfType(AnnouncementsUnavailable.class)
                .isThrownBy(() -> announcements.announce(SCHEDULED))
                .withMessageContaining("broke off");
        announcements.announce(SCHEDULED);

        assertThat(messagesIn("C0PLATARCH")).hasSize(1);
    }

    @Test
    void postsOnceWhenTheAnswerAfterTheMessageWasTakenIsAnError() throws Exception {
        outage("mishap=SERVER_ERROR_AFTERWARDS&method=chat.postMessage&calls=1");

        assertThatExceptionOfType(AnnouncementsUnavailable.class).isThrownBy(() -> announcements.announce(SCHEDULED));
        announcements.announce(SCHEDULED);

        assertThat(messagesIn("C0PLATARCH")).hasSize(1);
    }

    @Test
    void isAwayForAsManyCallsAsAskedFor() throws Exception {
        outage("mishap=SERVER_ERROR&method=chat.postMessage&calls=2");
        outage("mishap=RATE_LIMITED&method=chat.postMessage&retryAfter=30");

        assertThatExceptionOfType(AnnouncementsUnavailable.class)
                .isThrownBy(() -> announcements.announce(SCHEDULED))
                .withMessageContaining("500");
        assertThatExceptionOfType(AnnouncementsUnavailable.class)
                .isThrownBy(() -> announcements.announce(SCHEDULED))
                .withMessageContaining("500");
        assertThatExceptionOfType(AnnouncementsUnavailable.class)
                .isThrownBy(() -> announcements.announce(SCHEDULED))
                .withMessageContaining("30 seconds");
        assertThat(messagesIn("C0PLATARCH")).isEmpty();
        announcements.announce(SCHEDULED);

        assertThat(messagesIn("C0PLATARCH")).hasSize(1);
    }

    @Test
    void postsOnceThoughSeveralNodesAnnounceTheSameAtTheSameTime() throws Exception {
        int nodes = 4;
        ExecutorService threads = Executors.newFixedThreadPool(nodes);
        CyclicBarrier together = new CyclicBarrier(nodes);
        Callable<String> node = () -> {
            together.await();
            return announcedInTheEnd();
        };

        List<Future<String>> links = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            links.add(threads.submit(node));
        }

        String first = links.get(0).get();
        for (Future<String> link : links) {
            assertThat(link.get()).isEqualTo(first);
        }
        assertThat(messagesIn("C0PLATARCH")).hasSize(1);
        threads.shutdownNow();
    }

    /** As a job does it: again, until it is done. */
    private String announcedInTheEnd() {
        while (true) {
            try {
                return announcements.announce(SCHEDULED);
            } catch (AnnouncementsUnavailable e) {
                assertThat(e).hasMessageContaining("Another node");
            }
        }
    }

    @Test
    void remembersEverythingAfterARestart() {
        announcements.announce(SCHEDULED);

        try (ConfigurableApplicationContext again = new SpringApplicationBuilder(Application.class)
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--rakegate.sandbox.enabled=true",
                        "--rakegate.slack.bot-token=xoxb-sandbox",
                        "--rakegate.slack.channels.default=#platform-architecture",
                        "--spring.datasource.url=" + TestDatabase.shared(),
                        "--spring.datasource.username=postgres",
                        "--spring.liquibase.enabled=false",
                        "--spring.jmx.enabled=false")) {
            assertThat(again.getBean(Messages.class).count("C0PLATARCH")).isEqualTo(1);
            assertThat(again.getBean(Workspace.class).pages())
                    .isEqualTo("http://localhost:%s/sandbox/slack/"
                            .formatted(again.getEnvironment().getProperty("local.server.port")));
        }
    }
}
