package io.rakegate.audit.feed;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.rakegate.support.TestDatabase;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The outgoing feed on the wire: signed, in order, at least once, whatever fails in between. */
class FeedTest {

    private static final String SECRET = "a-secret-of-at-least-32-characters";
    private static final JsonMapper JSON = new JsonMapper();

    @RegisterExtension
    static final WireMockExtension RECEIVER = WireMockExtension.newInstance()
            .options(options().bindAddress("127.0.0.1").dynamicPort())
            .build();

    private final DataSource source = TestDatabase.dataSource(TestDatabase.migrated());
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final SetClock clock = new SetClock();

    @BeforeEach
    void receiverTakesEverything() {
        RECEIVER.stubFor(post("/events").willReturn(ok()));
    }

    @Test
    void aReceiverIsToldWithASignatureThatItCanCheck() {
        Feed feed = feed();
        happened("one", 1);

        feed.tell();

        LoggedRequest told = told().get(0);
        String time = String.valueOf(clock.instant().getEpochSecond());
        String expected =
                new HmacUtils(HmacAlgorithms.HMAC_SHA_256, SECRET).hmacHex(time + "." + told.getBodyAsString());
        assertThat(told.getHeader("X-Rakegate-Signature")).isEqualTo("t=" + time + ",v1=" + expected);
        assertThat(told.getHeader("X-Rakegate-Delivery")).isEqualTo("one:1");
        assertThat(told.getHeader("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void itIsToldWhatHappenedAndNeverWhoOrWhatWasWritten() {
        Feed feed = feed();
        happened("one", 1);

        feed.tell();

        String body = told().get(0).getBodyAsString();
        assertThat(body)
                .contains("\"sequence\":1", "\"kind\":\"HistoricTaskInstanceEvent\"", "\"type\":\"complete\"")
                .contains("\"element\":\"Task_AnswerRequiredQuestions\"", "\"hash\":\"" + "a".repeat(64) + "\"")
                .doesNotContain("jane", "Jane", "veteran");
    }

    @Test
    void aChangeIsToldInOrderAndWithoutAGapHoweverLongItIs() {
        Feed feed = feed();
        happened("one", 250);

        feed.tell();

        assertThat(toldOf("one"))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 250).boxed().toList());
        assertThat(told()).hasSize(3);
    }

    @Test
    void whatWasTakenIsNotToldAgain() {
        Feed feed = feed();
        happened("one", 1);
        feed.tell();
        happened("one", 2);

        feed.tell();
        feed.tell();

        assertThat(toldOf("one")).containsExactly(1L, 2L);
    }

    @Test
    void aRefusalIsToldAgainWithGrowingWaits() {
        RECEIVER.stubFor(post("/events").willReturn(serverError()));
        Feed feed = feed();
        happened("one", 1);

        List<Integer> attempts = new ArrayList<>();
        for (Duration wait : List.of(Duration.ZERO, seconds(9), seconds(1), seconds(19), seconds(1), seconds(39))) {
            clock.forward(wait);
            feed.tell();
            attempts.add(told().size());
        }
        RECEIVER.stubFor(post("/events").willReturn(ok()));
        clock.forward(seconds(1));
        feed.tell();

        assertThat(attempts).containsExactly(1, 1, 2, 2, 3, 3);
        assertThat(toldOf("one")).containsExactly(1L, 1L, 1L, 1L);
        clock.forward(Duration.ofDays(1));
        feed.tell();
        assertThat(told()).hasSize(4);
    }

    @Test
    void waitsDoNotGrowForEver() {
        RECEIVER.stubFor(post("/events").willReturn(serverError()));
        Feed feed = feed();
        happened("one", 1);
        for (int attempt = 0; attempt < 40; attempt++) {
            feed.tell();
            clock.forward(Duration.ofHours(1));
        }

        assertThat(told()).hasSize(40);
    }

    @Test
    void aReceiverThatIsAwayLosesNothingAndGetsTheSameOrder() {
        RECEIVER.stubFor(post("/events").willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        Feed feed = feed();
        happened("one", 3);
        feed.tell();
        happened("one", 5);
        feed.tell();
        RECEIVER.resetAll();
        RECEIVER.stubFor(post("/events").willReturn(ok()));

        clock.forward(Duration.ofHours(1));
        feed.tell();

        assertThat(toldOf("one")).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void aChangeThatIsRefusedDoesNotHoldUpAnother() {
        RECEIVER.stubFor(post("/events")
                .withRequestBody(com.github.tomakehurst.wiremock.client.WireMock.containing("\"instance\":\"one\""))
                .willReturn(serverError()));
        Feed feed = feed();
        happened("one", 1);
        happened("two", 1);

        feed.tell();

        assertThat(toldOf("two")).containsExactly(1L);
    }

    @Test
    void aSenderThatDiesBeforeItSendsIsFollowedByAnother() {
        feed();
        happened("one", 2);
        assertThat(cursors().take(Set.of("warehouse"), clock.instant(), Duration.ofMinutes(1)))
                .isPresent();
        Feed other = feed();

        other.tell();
        assertThat(told()).isEmpty();
        clock.forward(Duration.ofMinutes(2));
        other.tell();

        assertThat(toldOf("one")).containsExactly(1L, 2L);
    }

    @Test
    void aSenderThatDiesAfterItHasSentIsFollowedByTheSameAgain() {
        feed();
        happened("one", 2);
        var turn = cursors()
                .take(Set.of("warehouse"), clock.instant(), Duration.ofMinutes(1))
                .orElseThrow();
        clock.forward(Duration.ofMinutes(2));
        Feed other = feed();

        other.tell();
        cursors().told(turn, 1, clock.instant());
        other.tell();

        assertThat(toldOf("one"))
                .as("a late word of the dead one changes nothing")
                .containsExactly(1L, 2L);
        assertThat(jdbc.sql("select sent from feed_cursor").query(Long.class).single())
                .isEqualTo(2);
    }

    @Test
    void twoNodesAtOnceTellEachEventInOrderAndOnce() {
        Feed one = feed();
        Feed two = feed();
        for (int change = 0; change < 20; change++) {
            happened("change-" + change, 120);
        }

        CompletableFuture.allOf(CompletableFuture.runAsync(one::tell), CompletableFuture.runAsync(two::tell))
                .join();

        for (int change = 0; change < 20; change++) {
            assertThat(toldOf("change-" + change))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 120).boxed().toList());
        }
    }

    @Test
    void aRedirectIsNotFollowed() {
        RECEIVER.stubFor(post("/events").willReturn(temporaryRedirect("/elsewhere")));
        Feed feed = feed();
        happened("one", 1);

        feed.tell();

        RECEIVER.verify(0, postRequestedFor(urlPathEqualTo("/elsewhere")));
        assertThat(jdbc.sql("select sent from feed_cursor").query(Long.class).single())
                .isZero();
    }

    @Test
    void whereNobodyIsSubscribedNothingIsNoted() {
        new FeedCursors(jdbc).register(List.of());

        happened("one", 1);

        assertThat(jdbc.sql("select count(*) from feed_cursor")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whatIsNotWrittenIsNotTold() {
        Feed feed = feed();
        var transactions = new org.springframework.transaction.support.TransactionTemplate(
                new org.springframework.jdbc.datasource.DataSourceTransactionManager(source));
        transactions.executeWithoutResult(status -> {
            happened("one", 1);
            status.setRollbackOnly();
        });

        feed.tell();

        assertThat(told()).isEmpty();
    }

    private Feed feed() {
        FeedProperties properties = new FeedProperties(
                List.of(new FeedProperties.Subscription("warehouse", URI.create(RECEIVER.url("/events")), SECRET)),
                Set.of("localhost"),
                seconds(10),
                Duration.ofHours(1),
                seconds(10));
        return new Feed(properties, cursors(), new FeedEvents(jdbc), clock);
    }

    private FeedCursors cursors() {
        return new FeedCursors(jdbc);
    }

    /** Lets a change have events up to a number. */
    private void happened(String instance, long last) {
        jdbc.sql("""
                        insert into audit_event (instance_id, sequence, record, hash)
                        select :instance, sequence, :record, repeat('a', 64)
                        from generate_series((select coalesce(max(sequence), 0) + 1 from audit_event
                            where instance_id = :instance), :last) sequence""")
                .param("instance", instance)
                .param("last", last)
                .param("record", """
                        {"at":"2026-03-01T12:00:00Z","event":{"activityInstanceId":"x","assignee":"jane","eventType":"complete",\
                        "taskDefinitionKey":"Task_AnswerRequiredQuestions","description":"Jane is a veteran"},\
                        "instance":"x","kind":"HistoricTaskInstanceEvent","sequence":1,"user":"jane"}""")
                .update();
    }

    private static List<LoggedRequest> told() {
        return RECEIVER.findAll(postRequestedFor(urlPathEqualTo("/events")));
    }

    private static List<Long> toldOf(String instance) {
        return told().stream()
                .map(request -> json(new String(request.getBody(), StandardCharsets.UTF_8)))
                .filter(body -> body.path("instance").asText().equals(instance))
                .flatMap(body -> Stream.iterate(0, i -> i < body.path("events").size(), i -> i + 1)
                        .map(i -> body.path("events").get(i).path("sequence").asLong()))
                .toList();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }

    /** A clock that stands until a test moves it. */
    private static final class SetClock extends Clock {

        private volatile Instant now = Instant.parse("2026-03-01T12:00:00Z");

        void forward(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
