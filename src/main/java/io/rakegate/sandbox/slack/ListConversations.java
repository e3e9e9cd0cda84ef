package io.rakegate.sandbox.slack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Lists the channels, page by page. */
@WithSandbox
@Component("sandboxSlackListConversations")
class ListConversations implements ApiMethod {

    private static final String CURSOR = "channel:";

    private final Channels channels;

    ListConversations(Channels channels) {
        this.channels = channels;
    }

    @Override
    public String name() {
        return "conversations.list";
    }

    @Override
    public Map<String, Object> answer(Arguments arguments) {
        int limit = arguments.limit(100, 1_000);
        String from = arguments
                .text("cursor")
                .map(cursor -> Wire.cursor(cursor, CURSOR))
                .orElse("");
        List<Channel> rest = publicOnes(arguments).stream()
                .filter(channel -> channel.name().compareTo(from) >= 0)
                .toList();

        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("channels", rest.stream().limit(limit).map(Wire::channel).toList());
        answer.put(
                "response_metadata",
                Wire.nextPage(rest.size() > limit ? CURSOR + rest.get(limit).name() : null));
        return answer;
    }

    private List<Channel> publicOnes(Arguments arguments) {
        String types = arguments.text("types").orElse("public_channel");
        return types.contains("public_channel") ? channels.all() : List.of();
    }
}
