package io.rakegate.sandbox.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Channels, messages and cursors in the form in which Slack sends them. */
final class Wire {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Wire() {}

    static Map<String, Object> message(Message message, boolean withPayload) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("user", Workspace.BOT_USER_ID);
        json.put("type", "message");
        json.put("ts", message.time().ts());
        json.put("bot_id", Workspace.BOT_ID);
        json.put("app_id", Workspace.APP_ID);
        json.put("text", message.text());
        json.put("team", Workspace.TEAM_ID);
        json.put("bot_profile", botProfile());
        MessageTime edited = message.edited();
        if (edited != null) {
            json.put("edited", Map.of("user", Workspace.BOT_ID, "ts", edited.ts()));
        }
        String metadata = message.metadata();
        if (metadata != null) {
            json.put("metadata", metadata(metadata, withPayload));
        }
        return json;
    }

    private static Map<String, Object> botProfile() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", Workspace.BOT_ID);
        json.put("deleted", false);
        json.put("name", Workspace.BOT_USER);
        json.put("app_id", Workspace.APP_ID);
        json.put("team_id", Workspace.TEAM_ID);
        return json;
    }

    /** Slack leaves the payload out unless it is asked for. */
    private static JsonNode metadata(String stored, boolean withPayload) {
        JsonNode metadata = parsed(stored);
        if (!withPayload && metadata instanceof ObjectNode object) {
            object.remove("event_payload");
        }
        return metadata;
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database keeps this as JSON", e);
        }
    }

    static Map<String, Object> channel(Channel channel) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", channel.id());
        json.put("name", channel.name());
        json.put("name_normalized", channel.name());
        json.put("is_channel", true);
        json.put("is_group", false);
        json.put("is_im", false);
        json.put("is_mpim", false);
        json.put("is_private", false);
        json.put("is_archived", false);
        json.put("is_general", false);
        json.put("is_shared", false);
        json.put("is_org_shared", false);
        json.put("is_member", true);
        json.put("created", channel.created());
        json.put("creator", Workspace.BOT_USER_ID);
        json.put("topic", noted(""));
        json.put("purpose", noted(channel.purpose()));
        json.put("previous_names", List.of());
        json.put("num_members", 1);
        return json;
    }

    private static Map<String, Object> noted(String value) {
        return Map.of("value", value, "creator", "", "last_set", 0);
    }

    /** Where the next page starts, as clients get to see it; empty after the last page. */
    static Map<String, Object> nextPage(@Nullable String at) {
        String cursor = at == null ? "" : Base64.getEncoder().encodeToString(at.getBytes(StandardCharsets.UTF_8));
        return Map.of("next_cursor", cursor);
    }

    /**
     * What a cursor of ours says.
     *
     * @throws Refused {@code invalid_cursor} if it is none
     */
    static String cursor(String given, String prefix) {
        try {
            String at = new String(Base64.getDecoder().decode(given), StandardCharsets.UTF_8);
            if (at.startsWith(prefix)) {
                return at.substring(prefix.length());
            }
        } catch (IllegalArgumentException e) {
            throw new Refused("invalid_cursor");
        }
        throw new Refused("invalid_cursor");
    }
}
