package io.rakegate.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.methods.response.conversations.ConversationsListResponse;
import com.slack.api.model.ConversationType;
import com.slack.api.model.Message;
import io.rakegate.announcement.Announcement;
import io.rakegate.announcement.Announcement.Kind;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The fake Slack's interface, spoken to with Slack's own library. */
class FakeSlackApiTest extends FakeSlackFixture {

    @Test
    void listsItsChannelsPageByPage() throws Exception {
        ConversationsListResponse first =
                slack.conversationsList(r -> r.limit(1).types(List.of(ConversationType.PUBLIC_CHANNEL)));
        ConversationsListResponse second = slack.conversationsList(
                r -> r.limit(1).cursor(first.getResponseMetadata().getNextCursor()));

        assertThat(first.getChannels()).singleElement().satisfies(channel -> {
            assertThat(channel.getId()).isEqualTo("C0PLATARCH");
            assertThat(channel.getName()).isEqualTo("platform-architecture");
        });
        assertThat(second.getChannels())
                .singleElement()
                .satisfies(channel -> assertThat(channel.getId()).isEqualTo("C0REMINDER"));
        assertThat(second.getResponseMetadata().getNextCursor()).isEmpty();
    }

    @Test
    void readsAChannelBackwardsPageByPageWithinAWindow() throws Exception {
        List<String> posted = new ArrayList<>();
        for (String text : List.of("one", "two", "three", "four")) {
            posted.add(
                    slack.chatPostMessage(r -> r.channel("#rakegate-reminders").text(text))
                            .getTs());
        }

        ConversationsHistoryResponse newest = slack.conversationsHistory(
                r -> r.channel("C0REMINDER").oldest(posted.get(0)).limit(2));
        ConversationsHistoryResponse rest = slack.conversationsHistory(r -> r.channel("C0REMINDER")
                .oldest(posted.get(0))
                .limit(2)
                .cursor(newest.getResponseMetadata().getNextCursor()));
        ConversationsHistoryResponse bounded = slack.conversationsHistory(r -> r.channel("C0REMINDER")
                .oldest(posted.get(0))
                .latest(posted.get(1))
                .inclusive(true));

        assertThat(posted).isSorted().doesNotHaveDuplicates();
        assertThat(newest.getMessages()).extracting(Message::getText).containsExactly("four", "three");
        assertThat(newest.isHasMore()).isTrue();
        assertThat(rest.getMessages()).extracting(Message::getText).containsExactly("two");
        assertThat(rest.isHasMore()).isFalse();
        assertThat(bounded.getMessages()).extracting(Message::getText).containsExactly("two", "one");
    }

    @Test
    void handsOutWhatAMessageCarriesOnlyWhenAskedTo() throws Exception {
        announcements.announce(new Announcement(Kind.COMPLETION, "o/r#7/completion/1", "Completed"));

        Message plain = slack.conversationsHistory(r -> r.channel("C0PLATARCH"))
                .getMessages()
                .get(0);
        Message full = slack.conversationsHistory(r -> r.channel("C0PLATARCH").includeAllMetadata(true))
                .getMessages()
                .get(0);

        assertThat(plain.getMetadata().getEventType()).isEqualTo("rakegate_announcement");
        assertThat(plain.getMetadata().getEventPayload()).isNull();
        assertThat(full.getMetadata().getEventPayload()).containsEntry("key", "o/r#7/completion/1");
    }

    @Test
    void refusesInSlacksOwnWords() throws Exception {
        assertThat(client("xoxb-wrong").authTest(r -> r).getError()).isEqualTo("invalid_auth");
        assertThat(send("POST", API + "auth.test", "", FORM, "").body()).contains("not_authed");
        assertThat(send("POST", API + "auth.test", "", FORM, "token=xoxb-sandbox")
                        .body())
                .contains("B0RAKEGATE");
        assertThat(slack.chatPostMessage(r -> r.channel("C0NOWHERE").text("x")).getError())
                .isEqualTo("channel_not_found");
        assertThat(slack.chatPostMessage(r -> r.channel("C0REMINDER").text("")).getError())
                .isEqualTo("no_text");
        assertThat(slack.chatPostMessage(r -> r.channel("C0REMINDER").text("x".repeat(40_001)))
                        .getError())
                .isEqualTo("msg_too_long");
        assertThat(slack.chatPostMessage(r -> r.channel("C0REMINDER").text("x").metadataAsString("{}"))
                        .getError())
                .isEqualTo("invalid_metadata_format");
        assertThat(slack.chatUpdate(r -> r.channel("#platform-architecture")
                                .ts("1.000001")
                                .text("x"))
                        .getError())
                .isEqualTo("channel_not_found");
        assertThat(slack.chatUpdate(r -> r.channel("C0REMINDER").ts("1.000001").text("x"))
                        .getError())
                .isEqualTo("message_not_found");
        assertThat(slack.conversationsHistory(r -> r.channel("C0REMINDER").cursor("bogus"))
                        .getError())
                .isEqualTo("invalid_cursor");
        assertThat(slack.usersList(r -> r).getError()).isEqualTo("unknown_method");
        assertThat(messagesIn("C0REMINDER")).isEmpty();
    }

    @Test
    void understandsJsonAsWellAsForms() throws Exception {
        HttpResponse<String> posted =
                send("POST", API + "chat.postMessage", AS_APP, "application/json; charset=utf-8", """
                {"channel":"C0REMINDER","text":"from JSON","metadata":{"event_type":"e","event_payload":{"a":1}}}""");
        HttpResponse<String> broken = send("POST", API + "chat.postMessage", AS_APP, "application/json", "{");

        assertThat(posted.body()).contains("\"ok\":true", "\"channel\":\"C0REMINDER\"", "\"event_payload\":{\"a\":1}");
        assertThat(broken.body()).isEqualTo("{\"ok\":false,\"error\":\"invalid_json\"}");
        assertThat(messagesIn("C0REMINDER")).extracting(Message::getText).containsExactly("from JSON");
    }

    @Test
    void takesOrdersForOutagesOnlyFromTheApp() throws Exception {
        HttpResponse<String> stranger = send("POST", OUTAGES, "Bearer wrong", FORM, "mishap=SERVER_ERROR");
        HttpResponse<String> tooMany = send("POST", OUTAGES, AS_APP, FORM, "mishap=SERVER_ERROR&calls=0");
        HttpResponse<String> added = send("POST", OUTAGES, AS_APP, FORM, "mishap=SERVER_ERROR&calls=3");
        HttpResponse<String> cleared = send("DELETE", OUTAGES, AS_APP, FORM, "");
        HttpResponse<String> left = send("GET", OUTAGES, AS_APP, FORM, "");

        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(tooMany.statusCode()).isEqualTo(400);
        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(added.body())
                .isEqualTo("[{\"method\":null,\"mishap\":\"SERVER_ERROR\",\"calls\":3,\"retryAfter\":1}]");
        assertThat(cleared.statusCode()).isEqualTo(204);
        assertThat(left.body()).isEqualTo("[]");
    }
}
