package io.rakegate.announcement.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.slack.api.Slack;
import io.rakegate.support.TestDatabase;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A server on loopback that answers as Slack does, remembers what it was sent, and our client before it. */
final class SlackServer implements AutoCloseable {

    static final String TOKEN = "xoxb-test";
    static final String CHANNEL = "C0PLATARCH";
    static final SlackProperties.Channels EVERYTHING_IN_ONE =
            new SlackProperties.Channels(CHANNEL, null, null, null, null, null);
    static final String BOT = "B0RAKEGATE";
    static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    static final String PERMALINK = "https://rakegate.slack.com/archives/C0PLATARCH/p1772445600000100";

    private final WireMockServer server =
            new WireMockServer(wireMockConfig().bindAddress("127.0.0.1").dynamicPort());

    SlackServer() {
        server.start();
        answers("auth.test", """
                {"ok":true,"url":"https://rakegate.slack.com/","team":"Rakegate","user":"rakegate",
                 "team_id":"T0RAKEGATE","user_id":"U0RAKEGATE","bot_id":"B0RAKEGATE","is_enterprise_install":false}""");
        answers("conversations.history", history());
        answers("chat.postMessage", """
                {"ok":true,"channel":"C0PLATARCH","ts":"1772445600.000100","message":{"type":"message",
                 "user":"U0RAKEGATE","bot_id":"B0RAKEGATE","app_id":"A0RAKEGATE","text":"…","ts":"1772445600.000100",
                 "metadata":{"event_type":"rakegate_announcement","event_payload":{"key":"…","text_sha256":"…"}}}}""");
        answers("chat.update", """
                {"ok":true,"channel":"C0PLATARCH","ts":"1772445600.000100","text":"…",
                 "message":{"type":"message","user":"U0RAKEGATE","bot_id":"B0RAKEGATE","text":"…"}}""");
        answers("chat.getPermalink", """
                {"ok":true,"channel":"C0PLATARCH","permalink":"%s"}""".formatted(PERMALINK));
    }

    /** A page of a channel's history, newest message first; nothing follows it. */
    static String history(String... messages) {
        return """
                {"ok":true,"messages":[%s],"has_more":false,"pin_count":0,"channel_actions_ts":null,
                 "channel_actions_count":0}""".formatted(String.join(",", messages));
    }

    /** A page of a channel's history that another one follows. */
    static String historyBefore(String cursor, String... messages) {
        return """
                {"ok":true,"messages":[%s],"has_more":true,"pin_count":0,
                 "response_metadata":{"next_cursor":"%s"}}""".formatted(String.join(",", messages), cursor);
    }

    /** A message as Slack keeps it, with the metadata that an announcement carries. */
    static String announced(String bot, AnnouncementMetadata metadata) {
        return """
                {"type":"message","user":"U0RAKEGATE","bot_id":"%s","app_id":"A0RAKEGATE","team":"T0RAKEGATE",
                 "text":":rocket: as Slack rewrote it","ts":"1772445600.000100",
                 "metadata":{"event_type":"rakegate_announcement",
                   "event_payload":{"key":"%s","text_sha256":"%s"}}}""".formatted(bot, metadata.key(), metadata.digest());
    }

    SlackServer answers(String method, String json) {
        return answers(
                method,
                aResponse()
                        .withHeader("Content-Type", "application/json; charset=utf-8")
                        .withBody(json));
    }

    SlackServer answers(String method, ResponseDefinitionBuilder answer) {
        server.stubFor(to(method).willReturn(answer));
        return this;
    }

    /** Answers this only where the form's field has this value. */
    SlackServer answersWhere(String field, String value, String method, String json) {
        server.stubFor(to(method)
                .withFormParam(field, equalTo(value))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody(json)));
        return this;
    }

    private static MappingBuilder to(String method) {
        return post(urlEqualTo("/api/" + method)).withHeader("Authorization", equalTo("Bearer " + TOKEN));
    }

    /** The methods called so far, in order. */
    List<String> called() {
        return requests().stream()
                .map(request -> request.getUrl().substring("/api/".length()))
                .toList();
    }

    /** The form sent to a method that was called once. */
    Map<String, String> sentTo(String method) {
        List<LoggedRequest> found = requests().stream()
                .filter(request -> request.getUrl().equals("/api/" + method))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(method + " was called " + found.size() + " times");
        }
        Map<String, String> form = new TreeMap<>();
        found.get(0).formParameters().forEach((field, values) -> form.put(field, values.firstValue()));
        return form;
    }

    private List<LoggedRequest> requests() {
        List<LoggedRequest> oldestFirst = new ArrayList<>();
        // newest first is how they are kept
        server.getAllServeEvents().forEach(event -> oldestFirst.add(0, LoggedRequest.createFrom(event.getRequest())));
        return oldestFirst;
    }

    void forgetRequests() {
        server.resetRequests();
    }

    /** The real client, as the application wires it, talking to this server. */
    SlackAnnouncements client() {
        return client(EVERYTHING_IN_ONE);
    }

    SlackAnnouncements client(SlackProperties.Channels channels) {
        return client(channels, Duration.ofSeconds(10));
    }

    SlackAnnouncements client(SlackProperties.Channels channels, Duration callTimeout) {
        SlackProperties properties = new SlackProperties(
                URI.create(server.baseUrl() + "/api/"),
                TOKEN,
                channels,
                Duration.ofDays(14),
                Duration.ofSeconds(3),
                callTimeout);
        SlackConfiguration configuration = new SlackConfiguration();
        Slack slack = configuration.slack(properties);
        SlackApi api = new SlackApi(configuration.slackMethods(slack, properties));
        DataSource database = TestDatabase.dataSource(TestDatabase.shared());
        return new SlackAnnouncements(
                api,
                new SlackChannels(api, properties),
                new SlackHistory(api, Clock.fixed(NOW, ZoneOffset.UTC), properties),
                new AnnouncementLock(new JdbcTemplate(database), new JdbcTransactionManager(database)));
    }

    @Override
    public void close() {
        server.stop();
    }
}
