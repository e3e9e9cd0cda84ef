package io.rakegate.sandbox.slack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads a channel, newest message first, page by page. */
@WithSandbox
@Component("sandboxSlackReadHistory")
class ReadHistory implements ApiMethod {

    private static final String CURSOR = "next_ts:";

    private final Channels channels;
    private final Messages messages;

    ReadHistory(Channels channels, Messages messages) {
        this.channels = channels;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "conversations.history";
    }

    @Override
    public Map<String, Object> answer(Arguments arguments) {
        Channel channel =
                arguments.text("channel").flatMap(channels::byId).orElseThrow(() -> new Refused("channel_not_found"));
        int limit = arguments.limit(100, 999);
        boolean inclusive = arguments.flag("inclusive", false);
        long oldest = arguments.micros("oldest", "invalid_ts_oldest", 0) + (inclusive ? 0 : 1);
        long before = before(arguments, inclusive);

        List<Message> found = messages.between(channel.id(), oldest, before, limit + 1);
        boolean more = found.size() > limit;
        List<Message> page = found.subList(0, Math.min(limit, found.size()));

        boolean withPayload = arguments.flag("include_all_metadata", false);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(
                "messages",
                page.stream().map(message -> Wire.message(message, withPayload)).toList());
        answer.put("has_more", more);
        answer.put("pin_count", 0);
        answer.put("channel_actions_count", 0);
        if (more) {
            long next = page.get(page.size() - 1).time().micros();
            answer.put("response_metadata", Wire.nextPage(CURSOR + next));
        }
        return answer;
    }

    /** The moment before which the page starts: the cursor's, or that of the argument {@code latest}. */
    private static long before(Arguments arguments, boolean inclusive) {
        return arguments
                .text("cursor")
                .map(cursor -> parsed(Wire.cursor(cursor, CURSOR)))
                .orElseGet(() ->
                        arguments.micros("latest", "invalid_ts_latest", Long.MAX_VALUE - 1) + (inclusive ? 1 : 0));
    }

    private static long parsed(String micros) {
        return MessageTime.parseAnchor("p" + micros)
                .orElseThrow(() -> new Refused("invalid_cursor"))
                .micros();
    }
}
