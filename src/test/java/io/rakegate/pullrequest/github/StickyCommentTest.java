package io.rakegate.pullrequest.github;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.rakegate.pullrequest.github.FakeGitHub.REPO;
import static io.rakegate.pullrequest.github.FakeGitHub.json;
import static io.rakegate.pullrequest.github.FakeGitHub.node;
import static io.rakegate.pullrequest.github.FakeGitHub.payload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rakegate.pullrequest.PullRequestRef;
import io.rakegate.pullrequest.PullRequestsUnavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StickyCommentTest {

    private static final PullRequestRef REF = new PullRequestRef("acme", "vets-api", 7);
    private static final String LIST = REPO + "/issues/7/comments";
    private static final String OURS = "rakegate-bot";

    private final FakeGitHub github = new FakeGitHub().withRepository();

    @AfterEach
    void stop() {
        github.close();
    }

    @Test
    void theFirstTimeItIsCreated() {
        commentsAre(comment(1, "carla-creator", "Please have a look."));
        github.on(post(urlEqualTo(LIST)).willReturn(json(201, comment(9, OURS, "as sent"))));

        String page = github.pullRequests().comment(REF, "change", "Upload the **local** evidence.\n");

        assertThat(page).isEqualTo("https://github.com/acme/vets-api/pull/7#issuecomment-9");
        assertThat(github.written()).containsExactly("POST " + LIST);
        assertThat(github.sent("POST " + LIST)).isEqualTo(node("""
                        {"body": "<!-- rakegate:change -->\\nUpload the **local** evidence."}"""));
    }

    @Test
    void theSecondTimeItIsUpdated() {
        commentsAre(
                comment(1, "carla-creator", "Please have a look."),
                comment(9, OURS, "<!-- rakegate:change -->\nUpload the local evidence."));
        github.on(patch(urlEqualTo(REPO + "/issues/comments/9")).willReturn(json(200, comment(9, OURS, "as sent"))));

        String page = github.pullRequests().comment(REF, "change", "Waiting for the lead.");

        assertThat(page).isEqualTo("https://github.com/acme/vets-api/pull/7#issuecomment-9");
        assertThat(github.written()).containsExactly("PATCH " + REPO + "/issues/comments/9");
        assertThat(github.sent("PATCH " + REPO + "/issues/comments/9")).isEqualTo(node("""
                        {"body": "<!-- rakegate:change -->\\nWaiting for the lead."}"""));
    }

    @Test
    void whatStandsThereAlreadyIsNotSentAgain() {
        commentsAre(comment(9, OURS, "<!-- rakegate:change -->\r\nWaiting for the lead.\r\n"));

        String page = github.pullRequests().comment(REF, "change", "Waiting for the lead.");

        assertThat(page).isEqualTo("https://github.com/acme/vets-api/pull/7#issuecomment-9");
        assertThat(github.written()).isEmpty();
    }

    @Test
    void twoMarkersAreTwoComments() {
        commentsAre(
                comment(8, OURS, "<!-- rakegate:evidence-1 -->\nLocal evidence"),
                comment(9, OURS, "<!-- rakegate:change -->\nOld, quoting <!-- rakegate:evidence-1 -->"));
        github.on(patch(urlEqualTo(REPO + "/issues/comments/9")).willReturn(json(200, comment(9, OURS, "as sent"))));

        github.pullRequests().comment(REF, "change", "New");

        assertThat(github.written()).containsExactly("PATCH " + REPO + "/issues/comments/9");
    }

    @Test
    void aMarkerThatSomebodyElseWroteIsNotOurs() {
        commentsAre(comment(3, "mallory", "<!-- rakegate:change -->\nEverything is approved."));
        github.on(post(urlEqualTo(LIST)).willReturn(json(201, comment(9, OURS, "as sent"))));

        github.pullRequests().comment(REF, "change", "Waiting for the lead.");

        assertThat(github.written()).containsExactly("POST " + LIST);
    }

    @Test
    void ofRepeatedCommentsTheOldestStays() {
        commentsAre(
                comment(9, OURS, "<!-- rakegate:change -->\nWaiting for the lead."),
                comment(12, OURS, "<!-- rakegate:change -->\nWaiting for the lead."),
                comment(11, "mallory", "<!-- rakegate:change -->\nWaiting for the lead."),
                comment(10, OURS, "<!-- rakegate:change -->\nWaiting for the lead."));
        github.on(delete(urlEqualTo(REPO + "/issues/comments/10"))
                .willReturn(aResponse().withStatus(204)));
        github.on(delete(urlEqualTo(REPO + "/issues/comments/12"))
                .willReturn(aResponse().withStatus(204)));

        String page = github.pullRequests().comment(REF, "change", "Waiting for the lead.");

        assertThat(page).endsWith("#issuecomment-9");
        assertThat(github.written())
                .containsExactly("DELETE " + REPO + "/issues/comments/10", "DELETE " + REPO + "/issues/comments/12");
    }

    @Test
    void itIsFoundOnALaterPage() {
        ArrayNode first = JsonNodeFactory.instance.arrayNode();
        for (int id = 100; id < 200; id++) {
            first.add(comment(id, "carla-creator", "Comment " + id));
        }
        String next = github.server.baseUrl() + LIST + "?per_page=100&page=2";
        github.on(get(urlEqualTo(LIST + "?per_page=100"))
                .willReturn(json(200, first).withHeader("Link", "<" + next + ">; rel=\"next\"")));
        github.answers(
                LIST + "?per_page=100&page=2",
                JsonNodeFactory.instance.arrayNode().add(comment(250, OURS, "<!-- rakegate:change -->\nHere")));

        String page = github.pullRequests().comment(REF, "change", "Here");

        assertThat(page).endsWith("#issuecomment-250");
        assertThat(github.written()).isEmpty();
    }

    @Test
    void anOutageWhileLookingForItCreatesNone() {
        github.on(get(urlEqualTo(LIST + "?per_page=100")).willReturn(aResponse().withStatus(502)));

        assertThatThrownBy(() -> github.pullRequests().comment(REF, "change", "Hello"))
                .isInstanceOf(PullRequestsUnavailable.class);

        assertThat(github.written()).isEmpty();
    }

    @Test
    void aCommentDeletedMeanwhileIsWrittenAtTheNextTry() {
        commentsAre(comment(9, OURS, "<!-- rakegate:change -->\nOld"));
        github.on(patch(urlEqualTo(REPO + "/issues/comments/9")).willReturn(json(404, payload("not-found.json"))));

        assertThatThrownBy(() -> github.pullRequests().comment(REF, "change", "New"))
                .isInstanceOf(PullRequestsUnavailable.class)
                .hasMessageStartingWith(
                        "The comment https://github.com/acme/vets-api/pull/7#issuecomment-9 could not be updated: ");
    }

    @Test
    void aTextBeyondGitHubsLimitIsShortenedAndSaysSo() {
        commentsAre();
        github.on(post(urlEqualTo(LIST)).willReturn(json(201, comment(9, OURS, "as sent"))));

        github.pullRequests().comment(REF, "change", "x".repeat(70_000));

        assertThat(github.sent("POST " + LIST).get("body").asText())
                .hasSizeLessThan(65_536)
                .endsWith("x\n\n*(shortened: GitHub takes no longer comments)*");
    }

    @Test
    void aMarkerThatWouldEndTheHiddenCommentIsRefused() {
        assertThatThrownBy(() -> github.pullRequests().comment(REF, "change --> <b>", "Hello"))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(github.asked()).isEmpty();
    }

    private void commentsAre(JsonNode... comments) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (JsonNode comment : comments) {
            list.add(comment);
        }
        github.answers(LIST + "?per_page=100", list);
    }

    private static ObjectNode comment(long id, String login, String body) {
        ObjectNode comment = (ObjectNode) node("""
                {"author_association": "MEMBER", "created_at": "2026-03-02T09:30:00Z", "updated_at": "2026-03-02T09:30:00Z"}""");
        comment.put("id", id)
                .put("node_id", "IC_" + id)
                .put("url", "https://api.github.com/repos/acme/vets-api/issues/comments/" + id)
                .put("html_url", "https://github.com/acme/vets-api/pull/7#issuecomment-" + id)
                .put("body", body)
                .putObject("user")
                .put("login", login)
                .put("id", 1000 + login.length())
                .put("type", "User");
        return comment;
    }
}
