package io.rakegate.announcement.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.rakegate.announcement.slack.SlackServer.CHANNEL;
import static io.rakegate.announcement.slack.SlackServer.EVERYTHING_IN_ONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.rakegate.announcement.Announcement;
import io.rakegate.announcement.Announcement.Kind;
import io.rakegate.announcement.AnnouncementsUnavailable;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** When Slack refuses, fails or does not answer: one attempt, nothing more sent, and a sentence that says what to do. */
class SlackRefusalTest {

    private static final Announcement SCHEDULED = new Announcement(Kind.SCHEDULED_RUN, "o/r#7/schedule/1", "Scheduled");

    private final SlackServer slack = new SlackServer();

    @AfterEach
    void stop() {
        slack.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    not_in_channel | /invite
                    channel_not_found | rakegate.slack.channels
                    is_archived | Unarchive
                    invalid_auth | rakegate.slack.bot-token
                    ratelimited | slow down
                    msg_too_long | shorter
                    restricted_action | administrator
                    fatal_error | https://slack-status.com
                    something_new | https://docs.slack.dev/reference/methods/chat.postMessage
                    """)
    void saysWhatToDoWhenSlackRefuses(String error, String remedy) {
        slack.answers("chat.postMessage", "{\"ok\":false,\"error\":\"%s\"}".formatted(error));

        assertThatExceptionOfType(AnnouncementsUnavailable.class)
                .isThrownBy(() -> slack.client().announce(SCHEDULED))
                .withMessageContaining(error)
                .withMessageContaining(CHANNEL)
                .withMessageContaining(remedy);
        assertThat(slack.called()).containsExactly("auth.test", "conversations.history", "chat.postMessage");
    }

    @Test
    void namesTheScopeThatTheAppLacks() {
        slack.answers("conversations.history", """
                {"ok":false,"error":"missing_scope","needed":"channels:history","provided":"chat:write"}""");

        assertThatExceptionOfType(AnnouncementsUnavailable.class)
                .isThrownBy(() -> slack.client().announce(SCHEDULED))
                .withMessageContaining("channels:history");
    }

    @Test
    void doesNothingElseWithAWrongToken() {
        slack.answers("auth.test", "{\"ok\":false,\"error\":\"invalid_auth\"}");

        assertThatExceptionOfType(AnnouncementsUnavailable.class)
                .isThrownBy(() -> slack.client().announce(SCHEDULED))
                .withMessageContaining("rakegate.slack.bot-token");
        assertThat(slack.called()).containsExactly("auth.test");
    }

    @Test
    void refusesToSpeakAsAPerson() {
        slack.answers("auth.test", "{\"ok\":true,\"user\":\"lead\",\"user_id\":\"U1\",\"team_id\":\"T1\"}");

        assertThatExceptionOfType(AnnouncementsUnavailable.class)
                .isThrownBy(() -> slack.client().announce(SCHEDULED))
                .withMessageContaining("xoxb-");
        assertThat(slack.called()).containsExactly("auth.test");
    }

    @Test
    void passesOnHowLongSlackAsksToWaitAndDoesNotTryAgainItself() {
        slack.answers(
                "chat.postMessage",
                aResponse()
                        .withStatus(429)
                        .withHeader("Retry-After", "30")
                        .withBody("{\"ok\":false,\"error\":\"ratelimited\"}"));

        assertThatExceptionOfType(AnnouncementsUnavailable.class)
                .isThrownBy(() -> slack.client().announce(SCHEDULED))
                .withMessageContaining("30 seconds");
        assertThat(slack.called()).containsExactly("auth.test", "conversations.history", "chat.postMessage");
    }

    static Stream<Arguments> outages() {
        return Stream.of(
                arguments(aResponse().withStatus(503).withBody("<html>upstream</html>"), "HTTP status 503"),
                arguments(aResponse().withStatus(302).withHeader("Location", "https://example.org/"), "status 302"),
                arguments(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), "could not be reached"),
                arguments(aResponse().withBody("<html>Log in to the guest network</html>"), "is not Slack"));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void saysSoOnceWhenNoAnswerArrives(ResponseDefinitionBuilder answer, String sentence) {
        slack.answers("chat.postMessage", answer);

        assertThatExceptionOfType(AnnouncementsUnavailable.class)
                .isThrownBy(() -> slack.client().announce(SCHEDULED))
                .withMessageContaining("chat.postMessage")
                .withMessageContaining(sentence);
        assertThat(slack.called()).containsExactly("auth.test", "conversations.history", "chat.postMessage");
    }

    @Test
    void doesNotWaitLongForAnAnswer() {
        slack.answers("auth.test", aResponse().withFixedDelay(60_000).withBody("{}"));
        SlackAnnouncements client = slack.client(EVERYTHING_IN_ONE, Duration.ofMillis(200));

        assertThatExceptionOfType(AnnouncementsUnavailable.class)
                .isThrownBy(() -> client.announce(SCHEDULED))
                .withMessageContaining("auth.test")
                .withMessageContaining("in time");
    }
}
