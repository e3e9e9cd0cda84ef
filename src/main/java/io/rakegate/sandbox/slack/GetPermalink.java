package io.rakegate.sandbox.slack;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says where a browser finds a message: here, on the channel's page. */
@WithSandbox
@Component("sandboxSlackGetPermalink")
class GetPermalink implements ApiMethod {

    private final Channels channels;
    private final Messages messages;
    private final Workspace workspace;

    GetPermalink(Channels channels, Messages messages, Workspace workspace) {
        this.channels = channels;
        this.messages = messages;
        this.workspace = workspace;
    }

    @Override
    public String name() {
        return "chat.getPermalink";
    }

    @Override
    public Map<String, Object> answer(Arguments arguments) {
        Channel channel =
                arguments.text("channel").flatMap(channels::byId).orElseThrow(() -> new Refused("channel_not_found"));
        Message message = arguments
                .text("message_ts")
                .flatMap(MessageTime::parse)
                .flatMap(time -> messages.find(channel.id(), time))
                .orElseThrow(() -> new Refused("message_not_found"));

        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("channel", channel.id());
        answer.put("permalink", workspace.permalink(channel.id(), message.time()));
        return answer;
    }
}
