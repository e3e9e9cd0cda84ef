package io.rakegate.sandbox.slack;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Posts a message; answers when it is on disk. */
@WithSandbox
@Component("sandboxSlackPostMessage")
class PostMessage implements ApiMethod {

    private static final int MOST_CHARACTERS = 40_000;

    private final Channels channels;
    private final Messages messages;

    PostMessage(Channels channels, Messages messages) {
        this.channels = channels;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "chat.postMessage";
    }

    @Override
    public Map<String, Object> answer(Arguments arguments) {
        Channel channel = arguments
                .text("channel")
                .flatMap(channels::byIdOrName)
                .orElseThrow(() -> new Refused("channel_not_found"));
        String text = arguments.text("text").orElseThrow(() -> new Refused("no_text"));
        if (text.length() > MOST_CHARACTERS) {
            throw new Refused("msg_too_long");
        }

        Message posted = messages.post(
                channel.id(), Mrkdwn.asKept(text), arguments.metadata().orElse(null));

        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("channel", channel.id());
        answer.put("ts", posted.time().ts());
        answer.put("message", Wire.message(posted, true));
        return answer;
    }
}
