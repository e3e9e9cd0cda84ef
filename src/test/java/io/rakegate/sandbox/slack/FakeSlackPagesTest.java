package io.rakegate.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.rakegate.announcement.Announcement;
import io.rakegate.announcement.Announcement.Kind;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** The fake Slack as a person sees it. */
class FakeSlackPagesTest extends FakeSlackFixture {

    @Test
    void showsThePagesOnlyToSomebodyWhoIsLoggedIn() throws Exception {
        HttpResponse<String> stranger = send("GET", SERVER + "/sandbox/slack/", "", FORM, "");
        HttpResponse<String> withAppToken = send("GET", SERVER + "/sandbox/slack/C0PLATARCH", AS_APP, FORM, "");

        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(withAppToken.statusCode()).isEqualTo(401);
    }

    @Test
    void explainsWhatWillStandInAnEmptyChannel() throws Exception {
        String channels = page("/sandbox/slack/");
        String channel = page("/sandbox/slack/C0PLATARCH");

        assertThat(channels).contains("#platform-architecture", "#rakegate-reminders", "nothing said yet");
        assertThat(channel).contains("Nothing has been said here yet.", "step 7", "lead");
    }

    @Test
    void showsMessagesEscapedWithTheAnchorThatTheirLinkLeadsTo() throws Exception {
        String link = announcements.announce(new Announcement(
                Kind.BACKOUT, "<i>key</i>", "*Backed out* <https://x.org/?a=1&amp;b=2|o/r#7>: &lt;script&gt; \"x\""));

        String page = page("/sandbox/slack/C0PLATARCH");
        assertThat(page)
                .contains("id=\"%s\"".formatted(URI.create(link).getFragment()))
                .contains("<strong>Backed out</strong>")
                .contains(
                        "<a href=\"https://x.org/?a=1&amp;b=2\" rel=\"noopener noreferrer\">o/r#7</a>: &lt;script&gt;")
                .contains("&lt;i&gt;key&lt;/i&gt;")
                .doesNotContain("<script", "(edited)");
        assertThat(page("/sandbox/slack/")).contains("#" + URI.create(link).getFragment());
    }

    @Test
    void turnsThePageAfterAHundredMessages() throws Exception {
        for (int i = 1; i <= 101; i++) {
            database.update(
                    "insert into sandbox.slack_message values ('C0REMINDER', ?, ?)",
                    1_772_445_600_000_000L + i,
                    "n" + i + ".");
        }

        String latest = page("/sandbox/slack/rakegate-reminders");
        String older = page("/sandbox/slack/C0REMINDER?before=p1772445600000002");

        assertThat(latest)
                .contains("n101.", "n2.", "/sandbox/slack/C0REMINDER?before=p1772445600000002")
                .doesNotContain("n1.", "To the latest messages");
        assertThat(older).contains("n1.", "To the latest messages").doesNotContain("n2.", "Older messages");
    }

    @Test
    void knowsNoOtherChannel() throws Exception {
        assertThat(send("GET", SERVER + "/sandbox/slack/C0NOWHERE", AS_LEAD, FORM, "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(send("GET", SERVER + "/sandbox/slack/C0REMINDER?before=x", AS_LEAD, FORM, "")
                        .statusCode())
                .isEqualTo(400);
    }
}
