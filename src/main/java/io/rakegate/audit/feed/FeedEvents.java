package io.rakegate.audit.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the chain of a change for the feed, and leaves out of each record all but what a receiver may know. */
@Repository
class FeedEvents {

    /** How many events one call tells at most. */
    static final int MOST = 100;

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;

    FeedEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What follows an event of a change. */
    FeedBody after(String instance, long sent) {
        List<FeedBody.Event> events = jdbc.sql("""
                        select sequence, hash, record from audit_event
                        where instance_id = ? and sequence > ? order by sequence limit ?""")
                .params(instance, sent, MOST)
                .query((row, number) -> event(row))
                .list();
        String change = jdbc.sql("select business_key_ from act_hi_procinst where id_ = ?")
                .param(instance)
                .query(String.class)
                .optional()
                .orElse("");
        return new FeedBody(change, instance, events);
    }

    private static FeedBody.Event event(ResultSet row) throws SQLException {
        JsonNode record = read(row.getString("record"));
        JsonNode event = record.path("event");
        return new FeedBody.Event(
                row.getLong("sequence"),
                row.getString("hash"),
                record.path("at").asText(),
                record.path("kind").asText(),
                text(event.path("eventType")),
                text(event.path(event.has("activityId") ? "activityId" : "taskDefinitionKey")));
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }

    private static JsonNode read(String record) {
        try {
            return JSON.readTree(record);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException("A record of the chain is not JSON", broken);
        }
    }
}
