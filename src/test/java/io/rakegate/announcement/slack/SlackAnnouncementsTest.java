package io.rakegate.announcement.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.rakegate.announcement.slack.SlackServer.BOT;
import static io.rakegate.announcement.slack.SlackServer.CHANNEL;
import static io.rakegate.announcement.slack.SlackServer.PERMALINK;
import static io.rakegate.announcement.slack.SlackServer.announced;
import static io.rakegate.announcement.slack.SlackServer.history;
import static io.rakegate.announcement.slack.SlackServer.historyBefore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.http.Fault;
import io.rakegate.announcement.Announcement;
import io.rakegate.announcement.Announcement.Kind;
import io.rakegate.announcement.AnnouncementsUnavailable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes over the wire to Slack when something is announced, for the first time and again. */
class SlackAnnouncementsTest {

    private static final Announcement SCHEDULED = new Announcement(
            Kind.SCHEDULED_RUN,
            "vets/vets-api#7/schedule/1",
            "🚀 *Production run scheduled*: <https://example.org/pull/7|vets-api#7> at 10:00 & no later");
    private static final AnnouncementMetadata SCHEDULED_METADATA = AnnouncementMetadata.of(SCHEDULED);
    private static final String SCHEDULED_DIGEST = "b37cc1faff894f76964c451e823802509809e4314240e7b8589e6a1e6bfb91f3";

    private final SlackServer slack = new SlackServer();

    @AfterEach
    void stop() {
        slack.close();
    }

    @Test
    void postsExactlyTheTextAndItsKeyAndReturnsTheLink() {
        String link = slack.client().announce(SCHEDULED);

        assertThat(link).isEqualTo(PERMALINK);
        assertThat(slack.called())
                .containsExactly("auth.test", "conversations.history", "chat.postMessage", "chat.getPermalink");
        assertThat(slack.sentTo("chat.postMessage"))
                .isEqualTo(Map.of(
                        "channel",
                        CHANNEL,
                        "text",
                        "🚀 *Production run scheduled*: <https://example.org/pull/7|vets-api#7> at 10:00 & no later",
                        "parse",
                        "none",
                        "unfurl_links",
                        "0",
                        "unfurl_media",
                        "0",
                        "link_names",
                        "0",
                        "mrkdwn",
                        "1",
                        "reply_broadcast",
                        "0",
                        "metadata",
                        """
                        {"event_type":"rakegate_announcement","event_payload":{"key":"vets/vets-api#7/schedule/1",\
                        "text_sha256":"%s"}}""".formatted(SCHEDULED_DIGEST)));
    }

    @Test
    void looksBackFourteenDaysBeforeItPosts() {
        slack.client().announce(SCHEDULED);

        assertThat(slack.sentTo("conversations.history"))
                .containsEntry("channel", CHANNEL)
                .containsEntry("oldest", "1771236000.000000")
                .containsEntry("include_all_metadata", "1")
                .containsEntry("limit", "200")
                .doesNotContainKey("cursor");
    }

    @Test
    void postsOnceWhenTheAnswerToTheFirstPostWasLost() {
        SlackAnnouncements client = slack.client();
        client.announce(new Announcement(Kind.REMINDER, "another", "opens the connection"));
        slack.forgetRequests();
        slack.answers("chat.postMessage", aResponse().withFault(Fault.EMPTY_RESPONSE));

        assertThatExceptionOfType(AnnouncementsUnavailable.class).isThrownBy(() -> client.announce(SCHEDULED));
        slack.answers("conversations.history", history(announced(BOT, SCHEDULED_METADATA)));
        String link = client.announce(SCHEDULED);

        assertThat(link).isEqualTo(PERMALINK);
        assertThat(slack.called())
                .containsExactly(
                        "conversations.history", "chat.postMessage", "conversations.history", "chat.getPermalink");
    }

    @Test
    void updatesTheEarlierMessageWhenTheTextHasChanged() {
        slack.answers("conversations.history", history(announced(BOT, SCHEDULED_METADATA)));

        slack.client().announce(new Announcement(Kind.SCHEDULED_RUN, SCHEDULED.key(), "moved to 11:00"));

        assertThat(slack.called())
                .containsExactly("auth.test", "conversations.history", "chat.update", "chat.getPermalink");
        assertThat(slack.sentTo("chat.update"))
                .containsEntry("channel", CHANNEL)
                .containsEntry("ts", "1772445600.000100")
                .containsEntry("text", "moved to 11:00")
                .containsEntry("parse", "none")
                .hasEntrySatisfying(
                        "metadata",
                        metadata -> assertThat(metadata)
                                .contains(SCHEDULED.key())
                                .doesNotContain(SCHEDULED_METADATA.digest()));
    }

    @Test
    void readsOnToTheNextPageOfTheChannel() {
        slack.answers("conversations.history", historyBefore("page2=", message("chatter")))
                .answersWhere("cursor", "page2=", "conversations.history", history(announced(BOT, SCHEDULED_METADATA)));

        slack.client().announce(SCHEDULED);

        assertThat(slack.called())
                .containsExactly("auth.test", "conversations.history", "conversations.history", "chat.getPermalink");
    }

    @Test
    void doesNotPostIntoAChannelThatItCannotReadFarEnoughBack() {
        slack.answers("conversations.history", historyBefore("more=", message("chatter")));

        assertThatExceptionOfType(AnnouncementsUnavailable.class)
                .isThrownBy(() -> slack.client().announce(SCHEDULED))
                .withMessageContaining("rakegate.slack.look-back");
        assertThat(slack.called()).doesNotContain("chat.postMessage").hasSize(21);
    }

    @Test
    void isNotTakenInByAMessageOfAnotherAppWithOurKey() {
        slack.answers("conversations.history", history(announced("B0STRANGER", SCHEDULED_METADATA)));

        slack.client().announce(SCHEDULED);

        assertThat(slack.called()).contains("chat.postMessage").doesNotContain("chat.update");
    }

    @Test
    void isNotTakenInByAnotherAnnouncementOfOurs() {
        slack.answers(
                "conversations.history",
                history(
                        announced(BOT, new AnnouncementMetadata("vets/vets-api#7/schedule/2", "ab")),
                        message("no metadata"),
                        """
                        {"type":"message","bot_id":"B0RAKEGATE","text":"x","ts":"1.1","metadata":{"event_type":"other"}}"""));

        slack.client().announce(SCHEDULED);

        assertThat(slack.called()).contains("chat.postMessage").doesNotContain("chat.update");
    }

    @Test
    void findsAChannelByNameOnceThoughItStandsOnALaterPage() {
        slack.answers("conversations.list", """
                        {"ok":true,"channels":[{"id":"C0GENERAL","name":"general"}],
                         "response_metadata":{"next_cursor":"dGVhbQ=="}}""").answersWhere("cursor", "dGVhbQ==", "conversations.list", """
                        {"ok":true,"channels":[{"id":"C0PLATARCH","name":"platform-architecture"}],
                         "response_metadata":{"next_cursor":""}}""");
        SlackAnnouncements client =
                slack.client(new SlackProperties.Channels("#platform-architecture", null, null, null, null, null));

        client.announce(SCHEDULED);
        client.announce(new Announcement(Kind.COMPLETION, "done", "done"));

        assertThat(slack.called())
                .containsExactly(
                        "conversations.list",
                        "conversations.list",
                        "auth.test",
                        "conversations.history",
                        "chat.postMessage",
                        "chat.getPermalink",
                        "conversations.history",
                        "chat.postMessage",
                        "chat.getPermalink");
    }

    @Test
    void saysSoWhenSlackKnowsNoChannelOfThatName() {
        slack.answers("conversations.list", """
                {"ok":true,"channels":[{"id":"C0GENERAL","name":"general"}],"response_metadata":{"next_cursor":""}}""");

        assertThatExceptionOfType(AnnouncementsUnavailable.class)
                .isThrownBy(() -> slack.client(new SlackProperties.Channels("#nowhere", null, null, null, null, null))
                        .announce(SCHEDULED))
                .withMessageContaining("#nowhere")
                .withMessageContaining("rakegate.slack.channels");
        assertThat(slack.called()).containsExactly("conversations.list");
    }

    @Test
    void sendsNothingThatDoesNotFit() {
        Announcement tooLong = new Announcement(Kind.BACKOUT, "long", "x".repeat(3_001));

        assertThatExceptionOfType(AnnouncementsUnavailable.class)
                .isThrownBy(() -> slack.client().announce(tooLong))
                .withMessageContaining("3001 characters");
        assertThat(slack.called()).isEqualTo(List.of());
    }

    private static String message(String text) {
        return "{\"type\":\"message\",\"user\":\"U0SOMEBODY\",\"text\":\"%s\",\"ts\":\"1772445500.000100\"}"
                .formatted(text);
    }
}
